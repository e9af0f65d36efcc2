import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backUpDatabase } from './back-up.ts'
import { openSqlitePersistence } from './open-sqlite-persistence.ts'
import { restoreDatabase } from './restore.ts'

const NOW = Date.UTC(2026, 0, 5, 9)

let folder: string
let file: string
let copy: string
let place: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'textdesk-'))
  file = join(folder, 'desk.sqlite')
  copy = join(folder, 'copy.sqlite')
  place = join(folder, 'new', 'desk.sqlite')
  await (await openSqlitePersistence({ file, warn: () => {} })).close()
  const db = new Database(file)
  db.exec(SCENE)
  db.close()
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('backUpDatabase', () => {
  it('copies what is committed while somebody writes, for nobody else to read', () => {
    const writer = new Database(file)
    writer.exec("begin immediate; update contacts set name = 'not yet'")
    expect(backUpDatabase(file, copy).bytes).toBe(statSync(copy).size)
    writer.exec('commit')
    writer.close()
    expect(read(copy, 'select name from contacts')).toEqual([['Ana']])
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([])
  })

  it('replaces no file', () => {
    writeFileSync(copy, 'precious')
    expect(() => backUpDatabase(file, copy)).toThrow('is there already and was left as it is')
    expect(readFileSync(copy, 'utf8')).toBe('precious')
  })

  it('keeps no copy of a damaged database', () => {
    const db = new Database(file)
    db.exec("pragma foreign_keys = off; update tickets set contact_id = 'nobody'")
    db.close()
    expect(() => backUpDatabase(file, copy)).toThrow('damaged')
    expect(existsSync(copy)).toBe(false)
  })

  it('says so when the folder is not there', () => {
    expect(() => backUpDatabase(file, join(folder, 'nowhere', 'copy'))).toThrow('There is no folder')
  })
})

describe('restoreDatabase', () => {
  beforeEach(() => void backUpDatabase(file, copy))

  it('leaves every text that had not left to an agent, and touches no other', () => {
    expect(restoreDatabase(copy, place, NOW)).toEqual({ tickets: 1, uncertain: 4 })
    const columns =
      'select id, delivery_state, delivery_reason, uncertain_since, next_attempt_at, claim_token, lease_until'
    const unknown = ['uncertain', 'restored', NOW, null, null, null]
    expect(read(place, `${columns} from messages order by id`)).toEqual([
      ['accepted', 'accepted', null, null, null, null, null],
      ...['claimed', 'dispatching', 'queued', 'scheduled'].map((id) => [id, ...unknown]),
      ['text', null, null, null, null, null, null],
    ])
  })

  it('ends every session and link, which may have ended since', () => {
    restoreDatabase(copy, place, NOW)
    expect(read(place, 'select count(*) from sessions union all select count(*) from invites')).toEqual([[0], [0]])
  })

  it('can be opened as a desk, and is the same as before otherwise', async () => {
    restoreDatabase(copy, place, NOW)
    const persistence = await openSqlitePersistence({ file: place, warn: () => {} })
    expect(await persistence.isHealthy()).toBe(true)
    await persistence.close()
    const rest = 'select number, status, last_seq from tickets'
    expect(read(place, rest)).toEqual(read(copy, rest))
  })

  it('refuses a place where a desk is, and where the log of one was left', () => {
    expect(() => restoreDatabase(copy, file, NOW)).toThrow('There is a desk at')
    writeFileSync(join(folder, 'other.sqlite-wal'), 'left')
    expect(() => restoreDatabase(copy, join(folder, 'other.sqlite'), NOW)).toThrow('There is a desk at')
    expect(read(file, 'select count(*) from sessions')).toEqual([[1]])
  })

  it('refuses a place that a running desk uses', async () => {
    const running = await openSqlitePersistence({ file: place, warn: () => {} })
    try {
      expect(() => restoreDatabase(copy, place, NOW)).toThrow('Another Textdesk process uses')
    } finally {
      await running.close()
    }
  })

  it.each([
    ['no database', () => writeFileSync(copy, 'something else'.repeat(100)), 'cannot be read as a back-up'],
    ["somebody else's database", () => make(copy, 'create table songs(title)'), 'is not a back-up of a desk'],
    ['a damaged copy', () => damage(copy), 'malformed'],
    ['nothing', () => rmSync(copy), 'There is no file'],
    ['a copy from a newer version', () => make(copy, NEWER, file), 'newer version'],
  ])('refuses %s, and leaves nothing behind', (_, spoil, reason) => {
    spoil()
    expect(() => restoreDatabase(copy, place, NOW)).toThrow(reason)
    expect([existsSync(place), existsSync(`${place}.unfinished`)]).toEqual([false, false])
  })
})

const outgoing = ['scheduled', 'queued', 'claimed', 'dispatching', 'accepted'].map((state, place) => {
  const [claim, lease] = ['claimed', 'dispatching'].includes(state) ? ["'token'", '9'] : ['null', 'null']
  return `('${state}', 1, 'i', 'c', ${place + 2}, 'out', 'sms', 'body', 1, '${state}', ${claim}, ${lease})`
})
const SCENE = `
  insert into agents(id, name, email, role, created_at) values ('a', 'Ada', 'ada@example.com', 'owner', 1);
  insert into sessions(token_digest, agent_id, created_at, last_seen_at) values ('d', 'a', 1, 1);
  insert into invites(token_digest, agent_id, created_at, expires_at) values ('d', 'a', 1, 1);
  insert into inboxes(id, name, number, provider, is_default, confirmation_template, reopen_hours, opt_out_words,
    answers_keywords, automatic_texts_per_hour, created_at)
    values ('i', 'Support', '+12025550100', 'simulated', 1, '{{ticket}}', 24, '{}', 1, 9, 1);
  insert into contacts(id, address, kind, name, created_at) values ('c', '+12025550101', 'phone', 'Ana', 1);
  insert into tickets(inbox_id, contact_id, status, origin, last_seq, last_inbound_seq, created_at, updated_at)
    values ('i', 'c', 'open', 'text', 6, 1, 1, 1);
  insert into messages(id, ticket_number, inbox_id, contact_id, seq, direction, kind, body, at, delivery_state,
    claim_token, lease_until) values ('text', 1, 'i', 'c', 1, 'in', 'sms', 'Hello', 1, null, null, null),
    ${outgoing.join(', ')}`
const NEWER =
  "insert into kysely_migration(name, timestamp) values ('9999-from-the-future', '2030-01-01T00:00:00.000Z')"

function make(path: string, statements: string, from?: string): void {
  rmSync(path)
  if (from !== undefined) copyFileSync(from, path)
  const db = new Database(path)
  db.exec(statements)
  db.close()
}

/** Overwrites a page in the middle. */
function damage(path: string): void {
  const bytes = readFileSync(path)
  bytes.fill(0xff, 4096 * 5, 4096 * 6)
  writeFileSync(path, bytes)
}

function read(path: string, query: string): unknown[][] {
  const db = new Database(path, { readonly: true })
  try {
    return db.prepare<[], unknown[]>(query).raw().all()
  } finally {
    db.close()
  }
}
