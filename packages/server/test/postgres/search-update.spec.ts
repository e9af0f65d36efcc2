import { START } from '@textdesk/core/testing'
import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '../../src/persistence/postgres/migrate.ts'
import { postgresMigrations } from '../../src/persistence/postgres/migrations/index.ts'
import { openPool } from '../../src/persistence/postgres/open-pool.ts'
import { openPostgresPersistence } from '../../src/persistence/postgres/open-postgres-persistence.ts'
import { makeEmptyDatabase } from '../support/test-database.ts'

const TEXTS = 600

/** A database as the version before left it, and the statements by which that version goes on writing. */
async function makeOldDesk() {
  const database = await makeEmptyDatabase()
  const pool = openPool({ connectionString: database.url, connections: 2, warn: () => {}, unhurried: true })
  onTestFinished(async () => {
    await pool.end()
    await database.remove()
  })
  await migrate(pool, Object.fromEntries(Object.entries(postgresMigrations).filter(([name]) => name < '0016')))
  await pool.query(`
    insert into inboxes(id, name, number, provider, is_default, confirmation_template, reopen_hours, opt_out_words,
      answers_keywords, automatic_texts_per_hour, created_at)
      values ('i', 'Support', '+12025550100', 'simulated', 1, 'Ticket {{ticket}}', 24,
        '{"out":["stop"],"in":["start"],"help":["help"]}', 1, 1000, 1);
    insert into contacts(id, address, kind, name, created_at) values ('c', '+12025550101', 'phone', 'Łucja', 1);
    insert into tickets(inbox_id, contact_id, status, origin, last_seq, last_inbound_seq, created_at, updated_at)
      values ('i', 'c', 'open', 'text', 1, 1, 1, 5)`)
  const add = (id: string, seq: number, body: string) =>
    pool.query(
      `insert into messages(id, ticket_number, inbox_id, contact_id, seq, direction, kind, body, at)
        values ($1, 1, 'i', 'c', $2, 'in', 'sms', $3, 1)`,
      [id, seq, body],
    )
  await add('m1', 1, '我的订单在哪里')
  await pool.query(`insert into messages(id, ticket_number, inbox_id, contact_id, seq, direction, kind, body, at)
    select 'm' || n, 1, 'i', 'c', n, 'in', 'sms', 'Text ' || n, 1 from generate_series(2, ${TEXTS}) as n`)
  return { url: database.url, pool, add }
}

it('what was there before the update is found by the new rules, and what the version before writes beside it', async () => {
  const old = await makeOldDesk()
  const persistence = await openPostgresPersistence({ connectionString: old.url, warn: () => {} })
  onTestFinished(() => persistence.close())
  const find = async (search: string) => {
    const query = { agentId: 'a', view: 'all', search, cursor: null, limit: 50, now: START } as const
    return (await persistence.ticketQueries.list(query)).items.map(({ number, hit }) => hit?.messageId ?? number)
  }
  expect(await persistence.systemQueries.searchLag()).toBe(TEXTS + 1)
  // Until the index has come to them, as the version before found them.
  expect([await find('text 2'), await find('订单')]).toEqual([['m2'], []])
  await persistence.settleSearch()
  expect([await find('订单'), await find('text 2'), await find('lucja')]).toEqual([['m1'], ['m2'], [1]])
  await old.add('later', TEXTS + 1, '注文番号は')
  await old.pool.query("update contacts set name = 'Ørjan' where id = 'c'")
  expect(await find('lucja')).toEqual([])
  await persistence.settleSearch()
  expect([await find('番号'), await find('orjan')]).toEqual([['later'], [1]])
  expect(await persistence.systemQueries.searchLag()).toBe(0)
})

it('nothing of a removed text stays in the index, also where it was listed and not indexed yet', async () => {
  const old = await makeOldDesk()
  const persistence = await openPostgresPersistence({ connectionString: old.url, warn: () => {} })
  onTestFinished(() => persistence.close())
  await old.add('later', TEXTS + 1, 'zebra')
  await persistence.settleSearch()
  await old.add('last', TEXTS + 2, 'giraffe')
  await old.pool.query("delete from messages where id in ('later', 'last', 'm1')")
  const rows = 'select row from message_search_words union all select row from message_search_todo'
  const left = `select count(*) as count from (${rows}) as listed where row not in (select row from messages)`
  expect((await old.pool.query(left)).rows).toEqual([{ count: 0 }])
})
