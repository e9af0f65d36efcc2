import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Query } from '../query.ts'
import { awaiting, received } from '../receiving/arrival-queries.ts'
import { openSpecDesk, type SpecDesk } from './desk-for-specs.ts'
import { sqliteCompiler } from './sqlite-compiler.ts'

let desk: SpecDesk
beforeAll(async () => {
  desk = await openSpecDesk()
})
afterAll(() => desk.close())

const asked = { inboxId: 'i', contactId: 'c', body: 'Yes', from: 1, to: 2, earliest: 0 }

function planOf(query: Query<typeof asked, unknown>): string[] {
  const { sql, bind } = query.compile(sqliteCompiler)
  const rows = desk.db.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...bind(asked))
  return rows.map((row) => row.detail)
}

describe('texts that say the same', () => {
  it.each([
    ['received', received],
    ['awaiting their webhook', awaiting],
  ])('%s are looked for among those of one contact', (_, query) => {
    const plan = planOf(query)
    expect(plan[0]).toMatch(/^SEARCH messages USING INDEX messages_contact \(contact_id=\? AND at>\?/)
    expect(plan[1]).toMatch(/^SEARCH listed_texts USING (COVERING )?INDEX listed_texts_message/)
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([])
  })
})
