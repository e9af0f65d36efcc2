import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openSqlitePersistence } from '../../persistence/sqlite/open-sqlite-persistence.ts'
import { checkDatabase } from './check-database.ts'

const NOW = Date.UTC(2026, 0, 5, 9)

let file: string

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'textdesk-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  file = join(folder, 'desk.sqlite')
  await (await openSqlitePersistence({ file, warn: () => {} })).close()
})

function change(statements: string): void {
  const db = new Database(file)
  db.exec(`pragma foreign_keys = off; ${statements}`)
  db.close()
}

function said(): string[] {
  return checkDatabase(file, NOW).map(({ level, text }) => `${level}: ${text}`)
}

describe('checkDatabase', () => {
  it('finds a fresh desk whole and safe, and not set up', () => {
    expect(said()).toEqual([
      expect.stringMatching(/^good: The database .* is whole: 0 tickets, \d+ KB\.$/),
      'note: Nobody has set the desk up yet. Open its page to do so.',
      'good: Every commit waits for the disk, and references and deletions are kept safe.',
    ])
  })

  it('looks beside a running desk without disturbing it', async () => {
    const running = await openSqlitePersistence({ file, warn: () => {} })
    expect(said().filter((line) => line.startsWith('bad'))).toEqual([])
    expect(await running.isHealthy()).toBe(true)
    await running.close()
  })

  it('names the damage', () => {
    change("insert into sessions(token_digest, agent_id, created_at, last_seen_at) values ('d', 'nobody', 1, 1)")
    expect(said()[0]).toMatch(/^bad: The database .* is damaged: 1 rows refer to rows that are not there\./)
  })

  it('finds a clock that is behind the newest message', () => {
    change(`insert into messages(id, ticket_number, inbox_id, contact_id, seq, direction, kind, body, at)
      values ('m', 1, 'i', 'c', 1, 'in', 'sms', 'Hello', ${NOW + 3_600_000})`)
    expect(said()).toContainEqual(expect.stringMatching(/^bad: This computer's clock is 60 min behind/))
  })

  it('says that an older one will be brought up to date, and that a newer one cannot be used', () => {
    change('delete from kysely_migration where name = (select max(name) from kysely_migration)')
    expect(said()).toContainEqual(expect.stringContaining('note: The database is from an older version'))
    change("insert into kysely_migration(name, timestamp) values ('9999-from-the-future', '2030-01-01T00:00:00.000Z')")
    expect(said()).toEqual([expect.stringMatching(/^bad: .*newer version of Textdesk/)])
  })

  it('knows a file that is no desk from a place where none is yet', () => {
    rmSync(file)
    expect(said()).toEqual([`note: There is no desk at ${file} yet. The first start makes one.`])
    writeFileSync(file, 'something else'.repeat(100))
    expect(said()).toEqual([expect.stringMatching(/^bad: .*desk\.sqlite is not a database: it is damaged/)])
    rmSync(file)
    change('create table songs(title)')
    expect(said()).toEqual([`bad: ${file} is the database of another program. Set DATABASE_URL to another file.`])
  })
})
