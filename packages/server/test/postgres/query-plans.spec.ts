import { EnsureInboxes, phraseOf, readSearch, type TicketView, ticketViews } from '@textdesk/core'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMMON_WORD, fillPostgres, RARE_WORDS } from '../../bench/seed/fill-postgres.ts'
import { automaticDueOf, dueOf, earliestLeaseEnd } from '../../src/persistence/delivery/outbox-queries.ts'
import { claimRows } from '../../src/persistence/postgres/claim-rows.ts'
import { openPostgresPersistence } from '../../src/persistence/postgres/open-postgres-persistence.ts'
import { PostgresTicketSearch } from '../../src/persistence/postgres/postgres-ticket-search.ts'
import { preparedFor } from '../../src/persistence/postgres/prepared-queries.ts'
import type { Query } from '../../src/persistence/query.ts'
import { countWaiting } from '../../src/persistence/ticket/count-queries.ts'
import { TicketListQueries } from '../../src/persistence/ticket/ticket-list-query.ts'
import { SystemClock } from '../../src/system/system-clock.ts'
import { UuidIds } from '../../src/system/uuid-ids.ts'
import { makeTestDatabase, type TestDatabase } from '../support/test-database.ts'

/** As few as show what PostgreSQL would do with a million. */
const TICKETS = 4_000
const everybody = { hasTag: false, ofContact: false } as const

interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly Plans?: readonly PlanNode[]
}

const search = new PostgresTicketSearch()
const lists = new TicketListQueries(search)
let database: TestDatabase
let client: Client

beforeAll(async () => {
  database = await makeTestDatabase()
  const persistence = await openPostgresPersistence({ connectionString: database.url, warn: () => {} })
  const clock = new SystemClock()
  const deps = { unitOfWork: persistence.unitOfWork, clock, ids: new UuidIds(clock) }
  await new EnsureInboxes(deps).execute({ number: '+12025550100', provider: 'simulated' })
  await persistence.close()
  client = new Client({ connectionString: database.url })
  await client.connect()
  await client.query(
    "insert into agents (id, name, email, role, created_at) values ('a', 'Ana', 'a@a.org', 'owner', 0)",
  )
  await fillPostgres(database.url, TICKETS)
}, 60_000)

afterAll(async () => {
  await client.end()
  await database.remove()
})

/** What is read and how, such as "Index Scan on tickets by tickets_open"; and what is sorted. */
async function planOf<Input>(query: Query<Input, unknown>, words = 'some words'): Promise<string[]> {
  const now = Date.now()
  const input = {
    ...{ agentId: 'a', now, limit: 51, from: now - 15_768_000_000, fromNumber: 1, tagKey: 'refund', contactId: 'c' },
    ...{ inboxId: 'i', token: 't', leaseUntil: now, rows: '[1]', words: wordsOf(words) },
    ...{ foundTickets: '[1, 2]', foundContacts: '["c"]', except: 0 },
  }
  const { text, values } = preparedFor(query, input as Input)
  const { rows } = await client.query({ text: `explain (format json) ${text}`, values: values ?? [] })
  return stepsOf(rows[0]['QUERY PLAN'][0].Plan)
}

/** As the desk asks for them. */
function wordsOf(typed: string): string {
  return search.write((readSearch(typed)?.terms ?? []).map((term) => [phraseOf(term)]))
}

function stepsOf(node: PlanNode): string[] {
  const { 'Node Type': type, 'Relation Name': table, 'Index Name': index, Plans: below = [] } = node
  const own = [type, table && `on ${table}`, index && `by ${index}`].filter(Boolean).join(' ')
  return [own, ...below.flatMap(stepsOf)]
}

const readsAll = (steps: readonly string[]) =>
  steps.filter((step) => /^Seq Scan on (tickets|messages|contacts|message_search_words)/.test(step))

describe('a page of the ticket list', () => {
  for (const view of ticketViews) {
    for (const continues of [false, true]) {
      it(`of "${view}" reads no table as a whole${continues ? ' from the cursor on' : ''}`, async () => {
        const steps = await planOf(lists.of({ view, continues, searches: false, ...everybody }))
        expect(readsAll(steps)).toEqual([])
      })
    }
  }

  it('walks the index of its view in its order', async () => {
    const walked: [TicketView, RegExp][] = [
      ['waiting', /by tickets_waiting$/],
      ['open', /by tickets_open$/],
      ['replied', /by tickets_replied$/],
      ['closed', /by tickets_(closed|all)$/],
      ['all', /by tickets_all$/],
    ]
    for (const [view, index] of walked) {
      const steps = await planOf(lists.of({ view, continues: false, searches: false, ...everybody }))
      expect(steps).toContainEqual(expect.stringMatching(index))
      expect(steps.filter((step) => step.includes('Sort'))).toEqual([])
    }
  })

  it('of a search goes from what was found to the tickets', async () => {
    for (const view of ticketViews) {
      const steps = await planOf(lists.of({ view, continues: true, searches: true, ...everybody }))
      // So few contacts are read faster than their index.
      expect(readsAll(steps).filter((step) => !step.endsWith('contacts'))).toEqual([])
    }
  })
})

describe('a search', () => {
  it('goes from the words to the texts, however many hold them', async () => {
    for (const word of [
      COMMON_WORD,
      ...RARE_WORDS.map(({ word }) => word),
      'nobodysays',
      '5550123',
      'ab',
      '订单在',
      '订',
    ]) {
      const steps = await planOf(search.texts, word)
      expect(readsAll(steps)).toEqual([])
      expect(steps).toContain('Bitmap Index Scan by message_words')
      expect(steps.filter((step) => /by message_search_words_pkey/.test(step)).length).toBeLessThanOrEqual(1)
    }
  })

  it('asks the index of names and numbers, once there are enough to make that worth it', async () => {
    await client.query('set enable_seqscan = off')
    for (const words of ['parcel', 'anna parcel', '5550123'])
      expect(await planOf(search.contacts, words)).toContain('Bitmap Index Scan by contact_words')
    await client.query('set enable_seqscan = on')
  })
})

describe('other queries that many rows must not slow down', () => {
  it('find what is due and claim it', async () => {
    for (const query of [dueOf, automaticDueOf, earliestLeaseEnd, claimRows]) {
      expect(readsAll(await planOf(query as Query<object, unknown>))).toEqual([])
    }
  })

  it('count through an index', async () => {
    expect(readsAll(await planOf(countWaiting))).toEqual([])
  })
})
