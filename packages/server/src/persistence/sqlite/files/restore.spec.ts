import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openWriter } from '../connections.ts'
import { openSqlitePersistence } from '../open-sqlite-persistence.ts'
import { makeBackUpScene, readRows } from '../testing/back-up-scene.ts'
import { modeOf, modesIn } from '../testing/modes.ts'
import { backUpDatabase } from './back-up.ts'
import { restoreDatabase } from './restore.ts'

const NOW = Date.UTC(2026, 0, 5, 9)

let folder: string
let file: string
let copy: string
let place: string

beforeEach(async () => {
  ;({ folder, file, copy, place } = await makeBackUpScene())
  backUpDatabase(file, copy)
})

describe('restoreDatabase', () => {
  it('takes along what stands in the log beside a copy that was made by hand', () => {
    const writer = openWriter(file)
    writer.exec("update contacts set name = 'In the log'")
    rmSync(copy)
    for (const ending of ['', '-wal']) copyFileSync(file + ending, copy + ending)
    writer.close()
    expect(restoreDatabase(copy, place, NOW)).toMatchObject({ tickets: 1, logMayBeMissing: false })
    expect(readRows(place, 'select name from contacts')).toEqual([['In the log']])
  })

  it('says that a copy made by hand may lack its log', () => {
    expect(restoreDatabase(copy, place, NOW).logMayBeMissing).toBe(false)
    expect(restoreDatabase(file, join(folder, 'other.sqlite'), NOW).logMayBeMissing).toBe(true)
  })

  it('undoes what a journal beside the copy says was cut off', () => {
    const writer = new Database(copy)
    writer.pragma('cache_size = 1')
    writer.exec("begin; update contacts set name = 'Cut off'; create table filler as select hex(zeroblob(200000)) as x")
    const cut = join(folder, 'cut.sqlite')
    for (const ending of ['', '-journal']) copyFileSync(copy + ending, cut + ending)
    writer.exec('rollback')
    writer.close()
    expect(restoreDatabase(cut, place, NOW).tickets).toBe(1)
    expect(readRows(place, 'select name from contacts')).toEqual([['Ana']])
    expect(readdirSync(join(folder, 'new')).sort()).toEqual(['desk.sqlite', 'desk.sqlite.lock'])
  })

  it('refuses the file of a running desk', async () => {
    const running = await openSqlitePersistence({ file, warn: () => {} })
    try {
      expect(() => restoreDatabase(file, place, NOW)).toThrow('A desk runs on')
    } finally {
      await running.close()
    }
  })

  it('lets nobody else read what it makes, whatever the umask', () => {
    const before = process.umask(0)
    onTestFinished(() => void process.umask(before))
    restoreDatabase(copy, place, NOW)
    expect(modesIn(join(folder, 'new'))).toEqual({ 'desk.sqlite': '600', 'desk.sqlite.lock': '600' })
    expect(modeOf(join(folder, 'new'))).toBe('700')
  })

  it('leaves every text that had not left to an agent, and touches no other', () => {
    expect(restoreDatabase(copy, place, NOW)).toMatchObject({ tickets: 1, uncertain: 4 })
    const columns =
      'select id, delivery_state, delivery_reason, uncertain_since, next_attempt_at, claim_token, lease_until'
    const unknown = ['uncertain', 'restored', NOW, null, null, null]
    expect(readRows(place, `${columns} from messages order by id`)).toEqual([
      ['accepted', 'accepted', null, null, null, null, null],
      ...['claimed', 'dispatching', 'queued', 'scheduled'].map((id) => [id, ...unknown]),
      ['text', null, null, null, null, null, null],
    ])
  })

  it('ends every session and link, which may have ended since', () => {
    restoreDatabase(copy, place, NOW)
    expect(readRows(place, 'select count(*) from sessions union all select count(*) from invites')).toEqual([[0], [0]])
  })

  it('can be opened as a desk, and is the same as before otherwise', async () => {
    restoreDatabase(copy, place, NOW)
    const persistence = await openSqlitePersistence({ file: place, warn: () => {} })
    expect(await persistence.isHealthy()).toBe(true)
    await persistence.close()
    const rest = 'select number, status, last_seq from tickets'
    expect(readRows(place, rest)).toEqual(readRows(copy, rest))
  })

  it('refuses a place where a desk is, and where the log of one was left', () => {
    expect(() => restoreDatabase(copy, file, NOW)).toThrow('There is a desk at')
    writeFileSync(join(folder, 'other.sqlite-wal'), 'left')
    expect(() => restoreDatabase(copy, join(folder, 'other.sqlite'), NOW)).toThrow('There is a desk at')
    expect(readRows(file, 'select count(*) from sessions')).toEqual([[1]])
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
    ['no database', () => writeFileSync(copy, 'something else'.repeat(100)), 'cannot be read as a backup'],
    ["somebody else's database", () => make(copy, 'create table songs(title)'), 'is not a backup of a desk'],
    ['a damaged copy', () => damage(copy), 'malformed'],
    ['nothing', () => rmSync(copy), 'There is no file'],
    ['an empty file', () => writeFileSync(copy, ''), 'is empty'],
    ['a folder', () => replaceByFolder(copy), 'is a folder'],
    ['a truncated copy', () => truncateSync(copy, 4096 * 9), 'malformed'],
    ['less than a page', () => truncateSync(copy, 700), 'cannot be read as a backup'],
    ['a copy from a newer version', () => make(copy, NEWER, file), 'newer version'],
  ])('refuses %s, and leaves nothing behind', (_, spoil, reason) => {
    spoil()
    expect(() => restoreDatabase(copy, place, NOW)).toThrow(reason)
    expect([existsSync(place), existsSync(`${place}.unfinished`)]).toEqual([false, false])
  })
})

const NEWER =
  "insert into kysely_migration(name, timestamp) values ('9999-from-the-future', '2030-01-01T00:00:00.000Z')"

function make(path: string, statements: string, from?: string): void {
  rmSync(path)
  if (from !== undefined) copyFileSync(from, path)
  const db = new Database(path)
  db.exec(statements)
  db.close()
}

function replaceByFolder(path: string): void {
  rmSync(path)
  mkdirSync(path)
}

/** Overwrites a page in the middle. */
function damage(path: string): void {
  const bytes = readFileSync(path)
  bytes.fill(0xff, 4096 * 5, 4096 * 6)
  writeFileSync(path, bytes)
}
