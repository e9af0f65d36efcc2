import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { backUpDatabase } from './back-up.ts'
import { makeBackUpScene, readRows } from './testing/back-up-scene.ts'

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
