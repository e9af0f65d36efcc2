import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assertDurable, openWriter } from './connections.ts'
import { DeskInUseError } from './desk-lock.ts'
import { DatabaseTooNewError } from './migrate.ts'
import { openSqlitePersistence, type SqlitePersistence } from './open-sqlite-persistence.ts'

let folder: string
let file: string
const opened: SqlitePersistence[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'textdesk-'))
  file = join(folder, 'data', 'desk.sqlite')
})
afterEach(async () => {
  for (const persistence of opened.splice(0)) await persistence.close()
  rmSync(folder, { recursive: true })
})

async function open(options: { besideRunningDesk?: boolean } = {}): Promise<SqlitePersistence> {
  const persistence = await openSqlitePersistence({ file, warn: () => {}, ...options })
  opened.push(persistence)
  return persistence
}

async function closeAll(): Promise<void> {
  for (const persistence of opened.splice(0)) await persistence.close()
}

describe('opening', () => {
  it('makes the folder and the database, and finds what was stored when it comes again', async () => {
    const first = await open()
    await first.unitOfWork.run((desk) => desk.settings.set('set-up-done-at', '1'))
    await closeAll()
    const second = await open()
    expect(await second.unitOfWork.run((desk) => desk.settings.get('set-up-done-at'))).toBe('1')
    expect(await second.isHealthy()).toBe(true)
  })

  it('keeps knowing an opted-out address, which it does not store', async () => {
    const address = { kind: 'phone', value: '+12025550123' } as const
    await (await open()).unitOfWork.run((desk) => desk.optOuts.add('inbox', address, { at: 5, source: 'text' }))
    await closeAll()
    const found = await (await open()).unitOfWork.run((desk) => desk.optOuts.find('inbox', address))
    expect(found).toEqual({ at: 5, source: 'text' })
    expect(readFileSync(file).includes('2025550123')).toBe(false)
  })

  it('refuses work once it is closed', async () => {
    const persistence = await open()
    await closeAll()
    await expect(persistence.unitOfWork.run(async () => 1)).rejects.toMatchObject({ code: 'storage-unavailable' })
    expect(await persistence.isHealthy()).toBe(false)
  })
})

describe('durability', () => {
  it('waits for the disk at every commit, after the first write too', async () => {
    await open()
    await closeAll()
    const writer = openWriter(file)
    writer.exec("insert into settings values ('key', 'value')")
    expect(writer.pragma('synchronous', { simple: true })).toBe(2)
    expect(writer.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(writer.pragma('secure_delete', { simple: true })).toBe(1)
    expect(writer.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(() => assertDurable(writer)).not.toThrow()
    writer.close()
  })

  it('notices a connection that fell back to NORMAL with its first write', async () => {
    await open()
    await closeAll()
    const careless = new Database(file)
    careless.exec("insert into settings values ('key', 'value')")
    expect(() => assertDurable(careless)).toThrow('synchronous is 1')
    careless.close()
  })
})

describe('a database from a newer version', () => {
  it('is refused by name, untouched', async () => {
    await open()
    await closeAll()
    const db = new Database(file)
    db.exec("insert into kysely_migration values ('9999-future', '2027-01-01T00:00:00.000Z')")
    db.close()
    const before = readFileSync(file)
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await expect(open()).rejects.toThrow(DatabaseTooNewError)
      await expect(open()).rejects.toThrow('9999-future')
    }
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})

describe('a second process on one file', () => {
  it('is refused, and let in once the first has closed', async () => {
    await open()
    await expect(open()).rejects.toThrow(DeskInUseError)
    await closeAll()
    await expect(open()).resolves.toBeDefined()
  })

  it('may do one thing beside the running desk when it says so, and alone as well', async () => {
    await open()
    await closeAll()
    await open({ besideRunningDesk: true })
    await closeAll()
    const desk = await open()
    const beside = await open({ besideRunningDesk: true })
    await beside.unitOfWork.run((other) => other.settings.set('set-up-done-at', '1'))
    expect(await desk.unitOfWork.run((own) => own.settings.get('set-up-done-at'))).toBe('1')
  })

  it('gets the file when the first was killed', async () => {
    const script = `
      import { openSqlitePersistence } from ${JSON.stringify(new URL('./open-sqlite-persistence.ts', import.meta.url).href)}
      await openSqlitePersistence({ file: ${JSON.stringify(file)}, warn: () => {} })
      process.stdout.write('open')
      setInterval(() => {}, 1000)`
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(holder.stdout, 'data')
    await expect(open()).rejects.toThrow(DeskInUseError)
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    await expect(open()).resolves.toBeDefined()
  })
})
