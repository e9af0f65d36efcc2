import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { makeBackUpScene, readRows } from '../testing/back-up-scene.ts'
import { modeOf } from '../testing/modes.ts'
import { backUpDatabase } from './back-up.ts'

let folder: string
let file: string
let copy: string

beforeEach(async () => {
  ;({ folder, file, copy } = await makeBackUpScene())
})

describe('backUpDatabase', () => {
  it('copies what is committed while somebody writes, for nobody else to read', () => {
    const writer = new Database(file)
    writer.exec("begin immediate; update contacts set name = 'not yet'")
    expect(backUpDatabase(file, copy).bytes).toBe(statSync(copy).size)
    writer.exec('commit')
    writer.close()
    expect(readRows(copy, 'select name from contacts')).toEqual([['Ana']])
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    expect(unfinishedIn(folder)).toEqual([])
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
    expect(unfinishedIn(folder)).toEqual([])
  })

  it('keeps no copy of what is no desk', () => {
    const empty = join(folder, 'empty.sqlite')
    writeFileSync(empty, '')
    expect(() => backUpDatabase(empty, copy)).toThrow('holds no desk')
    expect(existsSync(copy)).toBe(false)
  })

  it('lets nobody else read it, whatever the umask', () => {
    const before = process.umask(0)
    onTestFinished(() => void process.umask(before))
    backUpDatabase(file, copy)
    expect(modeOf(copy)).toBe('600')
  })

  it("clears what an earlier backup left when it was killed, and nobody else's files", () => {
    const old = new Date(Date.now() - 2 * 3_600_000)
    const leave = (name: string, content: string | Uint8Array, at = old) => {
      writeFileSync(join(folder, name), content)
      utimesSync(join(folder, name), at, at)
    }
    const database = readFileSync(file)
    leave('monday.sqlite.71.unfinished', database)
    leave('tuesday.sqlite.72.unfinished', database, new Date())
    leave('sunday.sqlite.unfinished', '')
    leave('sunday.sqlite', '')
    leave('novel.unfinished', 'It was a dark night')
    backUpDatabase(file, copy)
    expect(
      readdirSync(folder)
        .filter((name) => !name.startsWith('desk'))
        .sort(),
    ).toEqual(['copy.sqlite', 'novel.unfinished', 'tuesday.sqlite.72.unfinished'])
  })

  it('says so when the folder is not there', () => {
    expect(() => backUpDatabase(file, join(folder, 'nowhere', 'copy'))).toThrow('There is no folder')
  })
})

function unfinishedIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.includes('unfinished'))
}
