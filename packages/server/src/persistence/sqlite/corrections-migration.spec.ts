import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sqliteMigrations } from './migrations/index.ts'

const OLD_WORDS = '{"out":["stop","stopall","unsubscribe"],"in":["start"],"help":["help"]}'
const OLD_US_WORDS = JSON.stringify({
  out: ['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout', 'opt out', 'arret'],
  in: ['start', 'unstop'],
  help: ['help', 'info'],
})

let database: InstanceType<typeof Database>

beforeEach(async () => {
  database = new Database(':memory:')
  await migrate((name) => name < '0016')
})
afterEach(() => {
  database.close()
})

async function migrate(isWanted: (name: string) => boolean): Promise<void> {
  const migrations = Object.fromEntries(Object.entries(sqliteMigrations).filter(([name]) => isWanted(name)))
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) })
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest()
  if (error) throw error
}

function addInbox(id: string, number: string | null, words: string): void {
  database
    .prepare(
      `insert into inboxes(id, name, number, provider, is_default, confirmation_template, reopen_hours, opt_out_words,
        answers_keywords, automatic_texts_per_hour, created_at) values (?, 'Support', ?, 'messagebird', 0, 'x', 24, ?, 1, 1, 1)`,
    )
    .run(id, number, words)
}

const wordsOf = (id: string) =>
  JSON.parse((database.prepare('select opt_out_words from inboxes where id = ?').get(id) as never)['opt_out_words'])

it('gives the new words to numbers whose owner left the list as it came, and to no other', async () => {
  const own = '{"out":["stop"],"in":["start"],"help":["help"]}'
  addInbox('us', '+12025550100', OLD_US_WORDS)
  addInbox('au', '+61491570156', OLD_WORDS)
  addInbox('nl', '+3197010240100', OLD_WORDS)
  addInbox('own', '+12025550101', own)
  await migrate(() => true)
  expect(wordsOf('us').out).toEqual(expect.arrayContaining(['stop all', 'remove', 'cancel']))
  expect(wordsOf('us').help).toContain('aide')
  expect(wordsOf('au').out).toEqual(expect.arrayContaining(['stop all', 'opt out']))
  expect(wordsOf('au').out).not.toContain('cancel')
  expect(wordsOf('nl').out).toContain('uit')
  expect(wordsOf('own')).toEqual(JSON.parse(own))
})

it('lets nobody wait who cannot be answered', async () => {
  addInbox('i', '+12025550100', OLD_WORDS)
  addInbox('nowhere', null, OLD_WORDS)
  database.exec(`
    insert into contacts(id, address, kind, blocked_at, created_at) values
      ('phone', '+12025550101', 'phone', null, 1), ('name', 'ACME', 'name', null, 1),
      ('blocked', '+12025550102', 'phone', 1, 1), ('out', '+12025550103', 'phone', null, 1),
      ('back', '+12025550104', 'phone', null, 1), ('later', '+12025550105', 'phone', null, 1);
    insert into tickets(number, inbox_id, contact_id, status, origin, waiting_since, last_seq, last_inbound_seq, created_at,
      updated_at) values
      (1, 'i', 'phone', 'open', 'text', 5, 1, 1, 1, 1), (2, 'i', 'name', 'open', 'text', 5, 1, 1, 1, 1),
      (3, 'i', 'blocked', 'open', 'text', 5, 1, 1, 1, 1), (4, 'i', 'out', 'snoozed', 'text', 5, 1, 1, 1, 1),
      (5, 'i', 'back', 'open', 'text', 5, 1, 1, 1, 1), (6, 'i', 'later', 'open', 'text', 5, 1, 1, 1, 1),
      (7, 'nowhere', 'phone', 'open', 'text', 5, 1, 1, 1, 1);
    insert into activity(ticket_number, seq, id, at, what, detail) values
      (4, 2, 'a', 1, 'opted-out', 'text'), (5, 2, 'b', 1, 'opted-out', 'text'), (5, 3, 'c', 1, 'opted-in', 'text'),
      (6, 2, 'd', 1, 'confirmation-withheld', 'opted-out'), (1, 2, 'e', 1, 'confirmation-withheld', 'budget-spent');`)
  await migrate(() => true)
  const waiting = database.prepare('select number from tickets where waiting_since is not null order by number')
  expect(waiting.pluck().all()).toEqual([1, 5])
})

it('takes for invited only whoever has no password and has never done anything', async () => {
  database.exec(`
    insert into agents(id, name, email, role, password_hash, created_at) values
      ('here', 'Ana', 'ana@example.com', 'owner', 'hash', 1),
      ('reset', 'Ben', 'ben@example.com', 'agent', null, 2),
      ('invited', 'Cy', 'cy@example.com', 'agent', null, 3);
    insert into audit_log(at, actor_id, what, subject_id) values
      (2, 'here', 'agent.invited', 'invited'), (3, 'reset', 'invite.accepted', 'reset'), (4, null, 'agent.password-reset', 'reset');
  `)
  await migrate(() => true)
  expect(database.prepare('select id, joined_at from agents order by created_at').all()).toEqual([
    { id: 'here', joined_at: 1 },
    { id: 'reset', joined_at: 2 },
    { id: 'invited', joined_at: null },
  ])
})
