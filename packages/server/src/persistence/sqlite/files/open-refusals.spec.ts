import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openWriter } from '../connections.ts'
import { openSqlitePersistence } from '../open-sqlite-persistence.ts'
import { modeOf, modesIn } from '../testing/modes.ts'
import { backUpDatabase } from './back-up.ts'

const ENDINGS = ['', '-wal', '-shm', '.lock']

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'textdesk-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  file = join(folder, 'data', 'desk.sqlite')
})

describe('opening a place that is no desk', () => {
  it.each([
    ['a folder', () => mkdirSync(file, { recursive: true }), 'is a folder. Set DATABASE_URL'],
    ['a place below a file', () => writeFileSync(join(folder, 'data'), 'x'), 'is not a folder. Set DATABASE_URL'],
    ['a file of something else', () => put('something else'.repeat(300)), 'is not a database'],
    ["another program's database", () => make('create table songs(title)'), 'is the database of another program'],
  ])('refuses %s in a sentence', async (_, prepare, reason) => {
    prepare()
    await expect(open()).rejects.toMatchObject({ name: 'StorageRefusal', message: expect.stringContaining(reason) })
  })

  it('refuses a damaged desk, and says what to do', async () => {
    await makeDesk()
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(0xff, 4096, 4096 * 8))
    await expect(open()).rejects.toThrow(/is damaged.*restore the newest backup/)
  })

  it('refuses a desk that was cut short', async () => {
    await makeDesk()
    truncateSync(file, 4096 * 10)
    await expect(open()).rejects.toThrow(/is damaged.*restore the newest backup/)
  })

  it.each([
    ['empty', () => truncateSync(file)],
    ['gone', () => rmSync(file)],
  ])('takes a file that is %s beside a log for no new desk, and leaves the log', async (_, spoil) => {
    await makeDesk()
    const log = join(folder, 'kept')
    const writer = openWriter(file)
    writer.exec("insert into settings values ('key', 'value')")
    copyFileSync(`${file}-wal`, log)
    writer.close()
    spoil()
    copyFileSync(log, `${file}-wal`)
    await expect(open()).rejects.toThrow(/-wal beside it holds/)
    expect(statSync(`${file}-wal`).size).toBe(statSync(log).size)
  })

  it.each([
    ['empty', () => writeFileSync(file, '')],
    ['without a table', () => make('vacuum')],
  ])('takes a file that is %s beside a backup for no new desk', async (_, spoil) => {
    await makeDesk()
    backUpDatabase(file, join(folder, 'data', 'monday.sqlite'))
    rmSync(file)
    spoil()
    await expect(open()).rejects.toThrow(/is empty, and monday\.sqlite beside it is a backup/)
  })

  it('takes an empty file where nothing else is for a new desk, as a start that was killed leaves one', async () => {
    put('')
    expect(await (await open()).isHealthy()).toBe(true)
  })

  it('finds no desk for a command in an empty file', async () => {
    put('')
    await expect(openSqlitePersistence({ file, warn: () => {}, besideRunningDesk: true })).rejects.toThrow(
      'There is no desk at',
    )
    expect(statSync(file).size).toBe(0)
  })

  it('says so when this user may write neither folder nor file', async () => {
    mkdirSync(join(folder, 'data'), { mode: 0o500 })
    await asNobody(folder, () => expect(open()).rejects.toThrow(/may not write .*Give this user the right to/))
    expect(existsSync(file)).toBe(false)
  })
})

describe('who may read a desk', () => {
  it('is its user alone, from the first byte on, whatever the umask', async () => {
    const before = process.umask(0)
    onTestFinished(() => void process.umask(before))
    await open()
    const modes = modesIn(join(folder, 'data'))
    expect(Object.keys(modes)).toEqual(expect.arrayContaining(ENDINGS.map((ending) => `desk.sqlite${ending}`)))
    expect(new Set(Object.values(modes))).toEqual(new Set(['600']))
    expect(modeOf(join(folder, 'data'))).toBe('700')
  })

  it('is its user alone from the next start on, where an older version let others', async () => {
    await makeDesk()
    for (const ending of ['', '.lock']) chmodSync(file + ending, 0o644)
    await open()
    expect(new Set(Object.values(modesIn(join(folder, 'data'))))).toEqual(new Set(['600']))
  })

  it('leaves the folder of others as it is', async () => {
    chmodSync(folder, 0o755)
    const persistence = await openSqlitePersistence({ file: join(folder, 'desk.sqlite'), warn: () => {} })
    onTestFinished(() => persistence.close())
    expect(modeOf(folder)).toBe('755')
  })
})

it('clears what a restore that was killed left', async () => {
  await makeDesk()
  for (const ending of ['', '-journal']) writeFileSync(`${file}.unfinished${ending}`, 'left')
  await open()
  expect(Object.keys(modesIn(join(folder, 'data'))).filter((name) => name.includes('unfinished'))).toEqual([])
})

async function open() {
  const persistence = await openSqlitePersistence({ file, warn: () => {} })
  onTestFinished(() => persistence.close())
  return persistence
}

async function makeDesk(): Promise<void> {
  await (await openSqlitePersistence({ file, warn: () => {} })).close()
}

function put(content: string): void {
  mkdirSync(join(folder, 'data'), { recursive: true })
  writeFileSync(file, content)
}

function make(statements: string): void {
  put('')
  const db = new Database(file)
  db.exec(statements)
  db.close()
}

/** The superuser may write everywhere, so it becomes somebody else meanwhile. */
async function asNobody(path: string, work: () => Promise<unknown>): Promise<void> {
  const NOBODY = 65_534
  const isRoot = process.geteuid?.() === 0
  if (isRoot) {
    chmodSync(path, 0o755)
    process.seteuid?.(NOBODY)
  }
  try {
    await work()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}
