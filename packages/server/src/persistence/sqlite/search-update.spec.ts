import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { START } from '@textdesk/core/testing'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { expect, it, onTestFinished } from 'vitest'
import { openWriter } from './connections.ts'
import { sqliteMigrations } from './migrations/index.ts'
import { openSqlitePersistence } from './open-sqlite-persistence.ts'

const TEXTS = 600

/** As a desk of the version before had it, with its search up to date. */
async function makeOldDesk(file: string): Promise<void> {
  const db = openWriter(file)
  const migrations = Object.fromEntries(Object.entries(sqliteMigrations).filter(([name]) => name < '0016'))
  const kysely = new Kysely<unknown>({ dialect: new SqliteDialect({ database: db }) })
  const { error } = await new Migrator({
    db: kysely,
    provider: { getMigrations: async () => migrations },
  }).migrateToLatest()
  if (error) throw error
  db.exec(`
    insert into inboxes(id, name, number, provider, is_default, confirmation_template, reopen_hours, opt_out_words,
      answers_keywords, automatic_texts_per_hour, created_at)
      values ('i', 'Support', '+12025550100', 'simulated', 1, 'Ticket {{ticket}}', 24,
        '{"out":["stop"],"in":["start"],"help":["help"]}', 1, 1000, 1);
    insert into contacts(id, address, kind, name, created_at) values ('c', '+12025550101', 'phone', 'Łucja', 1);
    insert into tickets(inbox_id, contact_id, status, origin, last_seq, last_inbound_seq, created_at, updated_at)
      values ('i', 'c', 'open', 'text', 1, 1, 1, 5)`)
  const add = db.prepare(`insert into messages(id, ticket_number, inbox_id, contact_id, seq, direction, kind, body, at)
    values (?, 1, 'i', 'c', ?, 'in', 'sms', ?, 1)`)
  db.transaction(() => {
    for (let n = 1; n <= TEXTS; n += 1) add.run(`m${n}`, n, n === 1 ? '我的订单在哪里' : `Text ${n}`)
  })()
  db.exec(`
    insert into message_search(rowid, body) select row, body from messages;
    insert into contact_search(rowid, name, address) select row, name, address from contacts;
    update search_progress set last_row = ${TEXTS} where subject = 'messages';
    update search_progress set last_row = 1 where subject = 'contacts'`)
  db.close()
}

it('what was there before the update is found by the new rules, the newest first, and new texts before that', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'textdesk-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'desk.sqlite')
  await makeOldDesk(file)
  const persistence = await openSqlitePersistence({ file, warn: () => {} })
  onTestFinished(() => persistence.close())
  const find = async (search: string) => {
    const query = { agentId: 'a', view: 'all', search, cursor: null, limit: 50, now: START } as const
    return (await persistence.ticketQueries.list(query)).items.map(({ number, hit }) => hit?.messageId ?? number)
  }
  expect(await persistence.systemQueries.searchLag()).toBe(TEXTS + 1)
  await persistence.searchIndexer.step()
  expect([await find(`text ${TEXTS}`), await find('lucja'), await find('订单')]).toEqual([[`m${TEXTS}`], [1], []])
  await persistence.settleSearch()
  expect([await find('订单'), await find('text 2'), await persistence.systemQueries.searchLag()]).toEqual([
    ['m1'],
    ['m2'],
    0,
  ])
})
