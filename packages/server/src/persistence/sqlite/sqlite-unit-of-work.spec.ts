import { setTimeout as sleep } from 'node:timers/promises'
import type { Desk, SettingKey } from '@textdesk/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSpecDesk, outcomeOf, type SpecDesk } from './desk-for-specs.ts'

let desk: SpecDesk
beforeEach(async () => {
  desk = await openSpecDesk()
})
afterEach(() => desk.close())

/** Settings serve as the simplest rows there are. */
const put = (opened: Desk, key: string) => opened.settings.set(key as SettingKey, 'stored')
const store = (key: string) => desk.unitOfWork.run((opened) => put(opened, key))

describe('a batch', () => {
  it('holds what arrives together, up to 64', async () => {
    await Promise.all(Array.from({ length: 100 }, (_, index) => store(`key ${index}`)))
    expect(desk.batches.length).toBeGreaterThanOrEqual(2)
    expect(desk.batches.length).toBeLessThan(10)
    expect([desk.committed('key 0'), desk.committed('key 99')]).toEqual(['stored', 'stored'])
  })

  it('lets the event loop turn after some time, and does the rest in the next one', async () => {
    let turns = 0
    const turning = setInterval(() => {
      turns += 1
    }, 1)
    const slow = async (key: string) =>
      desk.unitOfWork.run(async (opened) => {
        await put(opened, key)
        for (const until = performance.now() + 30; performance.now() < until; );
        return turns
      })
    const seen = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(slow))
    clearInterval(turning)
    expect(new Set(seen).size).toBeGreaterThanOrEqual(3)
    expect(desk.batches).toHaveLength(new Set(seen).size)
    expect(desk.committed('f')).toBe('stored')
  })

  it('tells nobody how it went before all of it is committed, not even who failed', async () => {
    const seen: Record<string, unknown> = {}
    const failing = desk.unitOfWork.run(async () => {
      throw new Error('on purpose')
    })
    const last = store('last')
    await Promise.all([
      store('first').then(() => {
        seen.first = desk.committed('last')
      }),
      failing.catch(() => {
        seen.failing = desk.committed('last')
      }),
      last,
    ])
    expect(seen).toEqual({ first: 'stored', failing: 'stored' })
    expect(desk.batches).toHaveLength(1)
  })

  it('keeps what it does from everybody else until then', async () => {
    const inside = desk.unitOfWork.run(async (opened) => {
      await put(opened, 'a')
      return desk.committed('a')
    })
    const next = desk.unitOfWork.run(async (opened) => [
      await opened.settings.get('a' as SettingKey),
      desk.committed('a'),
    ])
    expect(await inside).toBeUndefined()
    expect(await next).toEqual(['stored', undefined])
    expect(desk.committed('a')).toBe('stored')
  })

  it('undoes the one unit of work that throws, and announces nothing of it', async () => {
    const outcomes = await Promise.all([
      outcomeOf(store('a')),
      outcomeOf(
        desk.unitOfWork.run(async (opened) => {
          await put(opened, 'b')
          opened.changes.record({ kind: 'agent', agentId: 'never' })
          throw new Error('on purpose')
        }),
      ),
      outcomeOf(store('c')),
    ])
    expect(outcomes).toEqual(['done', 'on purpose', 'done'])
    expect(['a', 'b', 'c'].map(desk.committed)).toEqual(['stored', undefined, 'stored'])
    expect(desk.batches).toEqual([[]])
  })
})

describe('a unit of work that breaks the rules', () => {
  it('is given up on when it never settles, and undone', async () => {
    const stuck = desk.unitOfWork.run(async (opened) => {
      await put(opened, 'stuck')
      await new Promise(() => {})
    })
    const outcomes = await Promise.all([outcomeOf(store('before')), outcomeOf(stuck), outcomeOf(store('after'))])
    expect(outcomes).toEqual(['done', 'storage-unavailable', 'done'])
    expect(['before', 'stuck', 'after'].map(desk.committed)).toEqual(['stored', undefined, 'stored'])
    expect(desk.warnings).toEqual([expect.stringContaining('longer than 1000 ms')])
  })

  it('is undone when it held the thread for too long', async () => {
    const slow = desk.unitOfWork.run(async (opened) => {
      await put(opened, 'slow')
      for (const until = performance.now() + 1_050; performance.now() < until; );
    })
    expect(await outcomeOf(slow)).toBe('storage-unavailable')
    expect(desk.committed('slow')).toBeUndefined()
  })

  it('is refused what it still wants after it was given up on', async () => {
    let late: Promise<string> | undefined
    const slow = desk.unitOfWork.run(async (opened) => {
      await sleep(1_100)
      late = outcomeOf(put(opened, 'late'))
      await late
    })
    expect(await outcomeOf(slow)).toBe('storage-unavailable')
    await expect.poll(() => late, { timeout: 2_000 }).toBeDefined()
    expect(await late).toContain('over')
    expect(desk.committed('late')).toBeUndefined()
  })

  it('is undone when it does not await a write', async () => {
    const careless = desk.unitOfWork.run(async (opened) => {
      void put(opened, 'careless')
    })
    expect(await outcomeOf(careless)).toContain('await is missing')
    expect(desk.committed('careless')).toBeUndefined()
  })

  it('is refused a second step of work it did not await', async () => {
    let second: Promise<string> | undefined
    await desk.unitOfWork.run(async (opened) => {
      second = sleep(20).then(() => outcomeOf(put(opened, 'second')))
    })
    expect(await second).toContain('over')
    expect(desk.committed('second')).toBeUndefined()
  })

  it('is refused the handle it kept', async () => {
    let kept: Desk | undefined
    await desk.unitOfWork.run(async (opened) => {
      kept = opened
    })
    const stolen = kept as unknown as Desk
    const [mixed] = await Promise.all([outcomeOf(put(stolen, 'kept')), store('other')])
    expect(mixed).toContain('over')
    expect(() => stolen.changes.record({ kind: 'agent', agentId: 'any' })).toThrow('over')
    expect(desk.committed('kept')).toBeUndefined()
  })

  it('fails alone when it waits for another unit of work inside itself', async () => {
    const nested = desk.unitOfWork.run(() => store('inner'))
    expect(await outcomeOf(nested)).toBe('storage-unavailable')
    await expect.poll(() => desk.committed('inner')).toBe('stored')
  })
})
