import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Desk, SettingKey } from '@textdesk/core'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSpecDesk, outcomeOf, type SpecDesk } from './desk-for-specs.ts'

let desk: SpecDesk
beforeEach(async () => {
  desk = await openSpecDesk()
})
afterEach(() => desk.close())

const put = (opened: Desk, key: string, value = 'stored') => opened.settings.set(key as SettingKey, value)
const store = (key: string, value?: string) => desk.unitOfWork.run((opened) => put(opened, key, value))

describe('an error that makes SQLite roll everything back', () => {
  beforeEach(() => {
    desk.db.exec(`create trigger gone before insert on settings when new.key = 'culprit'
      begin select raise(rollback, 'everything is gone'); end`)
  })

  it('costs only the unit of work that caused it: the others run again, each by itself', async () => {
    const runs: string[] = []
    const counted = (key: string) =>
      desk.unitOfWork.run(async (opened) => {
        runs.push(key)
        await put(opened, key)
      })
    const outcomes = await Promise.all(['a', 'b', 'culprit', 'c'].map((key) => outcomeOf(counted(key))))
    expect(outcomes).toEqual(['done', 'done', 'everything is gone', 'done'])
    expect(['a', 'b', 'culprit', 'c'].map(desk.committed)).toEqual(['stored', 'stored', undefined, 'stored'])
    expect(runs).toEqual(['a', 'b', 'culprit', 'a', 'b', 'c'])
  })

  it('cannot be swallowed: what the unit of work writes afterwards is refused as well', async () => {
    const swallowing = desk.unitOfWork.run(async (opened) => {
      await put(opened, 'culprit').catch(() => {})
      await put(opened, 'afterwards').catch(() => {})
    })
    expect(await outcomeOf(swallowing)).toBe('storage-unavailable')
    expect(desk.committed('afterwards')).toBeUndefined()
  })
})

describe('a COMMIT that fails', () => {
  it('fails everybody in the batch, and the next one works', async () => {
    desk.db.exec(`create table parents(id integer primary key);
      create table children(id integer references parents deferrable initially deferred);
      create trigger orphan after insert on settings when new.key = 'orphan' begin insert into children values (1); end`)
    const thrower = desk.unitOfWork.run(async () => {
      throw new Error('on purpose')
    })
    const outcomes = await Promise.all([store('a'), store('orphan'), thrower, store('b')].map(outcomeOf))
    expect(outcomes).toEqual(Array(4).fill('storage-unavailable'))
    expect(['a', 'orphan', 'b'].map(desk.committed)).toEqual([undefined, undefined, undefined])
    expect(desk.batches).toEqual([])
    expect(await outcomeOf(store('a'))).toBe('done')
  })
})

describe('a database that another process has locked', () => {
  it('is waited for, without freezing the event loop', async () => {
    const other = lock()
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const waiting = outcomeOf(store('a'))
    await sleep(500)
    other.close()
    expect(await waiting).toBe('done')
    delay.disable()
    expect(delay.max / 1e6).toBeLessThan(200)
  })

  it('holds the thread for no attempt to get the lock', async () => {
    const other = lock()
    const began = performance.now()
    expect(() => desk.db.exec('begin immediate')).toThrow('locked')
    expect(performance.now() - began).toBeLessThan(50)
    other.close()
  })

  it('is given up on after 2 s, for everybody who waits, and works again afterwards', async () => {
    const other = lock()
    const started = performance.now()
    const outcomes = await Promise.all(Array.from({ length: 70 }, (_, index) => outcomeOf(store(`key ${index}`))))
    expect(new Set(outcomes)).toEqual(new Set(['storage-unavailable']))
    expect(performance.now() - started).toBeLessThan(3_000)
    other.close()
    expect(await outcomeOf(store('a'))).toBe('done')
  })

  function lock(): Database.Database {
    const other = new Database(desk.file)
    other.exec('begin immediate')
    return other
  }
})

describe('a full disk', () => {
  it('is named, loses nothing that was answered for, and heals without a restart', async () => {
    await store('before')
    const pages = desk.db.pragma('page_count', { simple: true })
    desk.db.pragma(`max_page_count = ${pages}`)
    const outcomes = await Promise.all([
      outcomeOf(store('big', 'x'.repeat(100_000))),
      outcomeOf(store('before', 'again')),
    ])
    expect(outcomes).toEqual(['storage-unavailable', 'done'])
    expect(desk.committed('before')).toBe('again')
    desk.db.pragma('max_page_count = 1000000')
    expect(await outcomeOf(store('big', 'x'.repeat(100_000)))).toBe('done')
  })
})

describe('whether a text could be stored', () => {
  it('is told truly while another process holds the lock, and afterwards', async () => {
    expect(await desk.probe.isWritable()).toBe(true)
    const other = new Database(desk.file)
    other.exec('begin immediate')
    expect(await desk.probe.isWritable()).toBe(false)
    other.close()
    expect(await desk.probe.isWritable()).toBe(true)
  })

  it('is told truly while the disk is full, and afterwards, and leaves nothing behind', async () => {
    desk.db.pragma(`max_page_count = ${desk.db.pragma('page_count', { simple: true })}`)
    expect(await desk.probe.isWritable()).toBe(false)
    desk.db.pragma('max_page_count = 1000000')
    expect(await desk.probe.isWritable()).toBe(true)
    expect(desk.db.prepare('select count(*) from settings').pluck().get()).toBe(0)
  })
})
