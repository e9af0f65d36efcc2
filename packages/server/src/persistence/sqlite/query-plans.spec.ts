import { ticketViews } from '@textdesk/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attached, countHeld, heldFor } from '../delivery/kysely-report-repository.ts'
import { automaticDueOf, dueOf, earliestAutomaticOf, earliestLeaseEnd, earliestOf } from '../delivery/outbox-queries.ts'
import type { Query } from '../query.ts'
import * as counts from '../ticket/count-queries.ts'
import { oneTicket, TicketListQueries } from '../ticket/ticket-list-query.ts'
import { openSpecDesk, type SpecDesk } from './desk-for-specs.ts'
import { FtsTicketSearch } from './fts-ticket-search.ts'
import { sqliteCompiler } from './sqlite-compiler.ts'

let desk: SpecDesk
beforeAll(async () => {
  desk = await openSpecDesk()
})
afterAll(() => desk.close())

const search = new FtsTicketSearch()
const lists = new TicketListQueries(search)

const everybody = { hasTag: false, ofContact: false } as const

/** SQLite plans without statistics here, as the desk never gathers any: a plan does not change with the data. */
function planOf<Input>(query: Query<Input, unknown>): string[] {
  const { sql, bind } = query.compile(sqliteCompiler)
  const input = {
    agentId: 'a',
    now: 1,
    from: 1,
    fromNumber: 1,
    limit: 51,
    ...{ foundTickets: '[1]', foundContacts: '["c"]', except: 0, words: '("some" *)', rows: '[1]' },
    number: 1,
    inboxId: 'i',
    tagKey: 'refund',
    contactId: 'c',
  }
  const rows = desk.db.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...bind(input as Input))
  return rows.map((row) => row.detail)
}

describe('a page of the ticket list', () => {
  for (const view of ticketViews.filter((each) => each !== 'attention')) {
    for (const continues of [false, true]) {
      it(`walks the index of "${view}" in its order${continues ? ' from the cursor on' : ''}`, () => {
        const plan = planOf(lists.of({ view, continues, searches: false, ...everybody }))
        const index = view === 'mine' || view === 'unassigned' ? 'tickets_assigned' : `tickets_${view}`
        expect(plan[0]).toMatch(new RegExp(`^(SCAN|SEARCH) tickets USING INDEX ${index}\\b`))
        if (continues) expect(plan[0]).toMatch(/^SEARCH/)
        expect(plan.slice(1).filter((step) => /SCAN|TEMP B-TREE/.test(step))).toEqual([])
      })
    }
  }

  for (const view of ['closed', 'all'] as const) {
    it(`with a tag walks the tickets of "${view}" that have it, in their order`, () => {
      const plan = planOf(lists.of({ view, continues: true, searches: false, hasTag: true, ofContact: false }))
      expect(plan[0]).toMatch(/^SEARCH ticket_tags USING PRIMARY KEY \(key=\? AND/)
      expect(plan[1]).toBe('SEARCH tickets USING INTEGER PRIMARY KEY (rowid=?)')
      expect(plan.filter((step) => /SCAN|TEMP B-TREE/.test(step))).toEqual([])
    })
  }

  it('with a tag walks a view of open tickets and asks each for it', () => {
    for (const view of ['waiting', 'mine', 'unassigned', 'open', 'replied', 'snoozed'] as const) {
      const plan = planOf(lists.of({ view, continues: true, searches: false, hasTag: true, ofContact: false }))
      expect(plan[0]).toMatch(/^SEARCH tickets USING INDEX tickets_/)
      expect(plan).toContainEqual(expect.stringMatching(/^SEARCH ticket_tags .*ticket_number=\? AND key=\?/))
      expect(plan.slice(1).filter((step) => /SCAN (?!CONSTANT)|TEMP B-TREE/.test(step))).toEqual([])
    }
  })

  it('of one contact reads only theirs', () => {
    for (const view of ticketViews) {
      const plan = planOf(lists.of({ view, continues: true, searches: false, hasTag: false, ofContact: true }))
      expect(plan[0]).toBe('SEARCH tickets USING INDEX tickets_contact (contact_id=?)')
      expect(plan.filter((step) => /^SCAN (?!messages USING INDEX messages_in_doubt)/.test(step))).toEqual([])
    }
  })

  it('of "attention" goes from the few unsettled messages to their tickets, and sorts only those', () => {
    const plan = planOf(lists.of({ view: 'attention', continues: true, searches: false, ...everybody }))
    expect(plan[0]).toBe('SEARCH tickets USING INTEGER PRIMARY KEY (rowid=?)')
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual(['SCAN messages USING INDEX messages_in_doubt'])
  })

  it('of a search starts with what was found', () => {
    for (const view of ticketViews) {
      const plan = planOf(lists.of({ view, continues: true, searches: true, ...everybody }))
      expect(plan[0]).toBe('SEARCH tickets USING INTEGER PRIMARY KEY (rowid=?)')
      expect(
        plan.filter((step) => /^SCAN (tickets|messages|found)(?! USING INDEX messages_in_doubt)/.test(step)),
      ).toEqual([])
    }
  })

  it('of a search reads of texts and contacts what holds the words', () => {
    for (const query of [search.texts, search.contacts, search.messages] as Query<object, unknown>[]) {
      const tables = planOf(query).filter((step) => /messages|contacts/.test(step))
      expect(tables).toEqual([expect.stringMatching(/^SEARCH (messages|contacts) USING INTEGER PRIMARY KEY/)])
    }
  })
})

describe('other queries that many rows must not slow down', () => {
  it('read one ticket by its number', () => {
    expect(planOf(oneTicket).filter((step) => /SCAN|TEMP B-TREE/.test(step))).toEqual([])
  })

  it('count through indexes', () => {
    for (const query of [counts.countWaiting, counts.countUnassigned]) {
      expect(planOf(query).filter((step) => /tickets/.test(step))).toEqual([
        expect.stringMatching(/^SEARCH tickets USING (COVERING )?INDEX/),
      ])
    }
    expect(planOf(counts.countAttention)).toContain('SCAN messages USING INDEX messages_in_doubt')
  })

  it('find what is due inbox by inbox, and what blocks it contact by contact', () => {
    const due = 'SEARCH messages USING INDEX messages_due (inbox_id=? AND kind=?'
    for (const query of [dueOf, automaticDueOf]) expect(planOf(query)[0]).toBe(`${due} AND next_attempt_at<?)`)
    for (const query of [earliestOf, earliestAutomaticOf]) expect(planOf(query)[0]).toBe(`${due})`)
    const plan = planOf(dueOf)
    expect(plan.filter((step) => step.includes(' other '))).toEqual([
      'SEARCH other USING INDEX messages_in_flight (contact_id=? AND inbox_id=?)',
      'SEARCH other USING INDEX messages_unsent (contact_id=? AND inbox_id=? AND id<?)',
    ])
    expect(plan.join()).not.toContain('TEMP B-TREE')
    expect(planOf(earliestLeaseEnd)).toEqual(['SCAN messages USING INDEX messages_leased'])
  })

  it('find the few reports that a message may wait for, and count what is held', () => {
    expect(planOf(heldFor).filter((step) => /delivery_reports/.test(step))).toEqual([
      'SEARCH delivery_reports USING INTEGER PRIMARY KEY (rowid=?)',
      'SEARCH delivery_reports USING INDEX delivery_reports_held_reference (reference=?)',
      'SEARCH delivery_reports USING INDEX delivery_reports_held_provider_id (provider_message_id=?)',
    ])
    expect(planOf(attached)).toEqual(['SEARCH delivery_reports USING INDEX delivery_reports_held_id (id=?)'])
    expect(planOf(countHeld)).toEqual(['SCAN delivery_reports USING COVERING INDEX delivery_reports_held'])
  })
})
