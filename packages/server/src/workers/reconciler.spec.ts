import type { ArchiveTrouble } from '@textdesk/core'
import { FixedClock } from '@textdesk/core/testing'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Reconciler } from './reconciler.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

let clock: FixedClock
let looks: number
let fetches: number
let trouble: ArchiveTrouble | null
let broken: boolean
let isItsTurn: boolean
let told: string[]
let reconciler: Reconciler

beforeEach(() => {
  vi.useFakeTimers()
  ;[clock, looks, fetches, trouble, broken, told] = [new FixedClock(), 0, 0, null, false, []]
  isItsTurn = true
  reconciler = new Reconciler({
    lookUpUncertainTexts: {
      execute: async () => {
        looks += 1
        if (broken) throw new Error('storage')
        return { settled: looks === 1 ? 2 : 0, trouble }
      },
    },
    fetchMissedTexts: {
      execute: async () => {
        fetches += 1
        return { fetched: fetches === 2 ? 3 : 0, trouble: null }
      },
    },
    takeLeaderLease: { execute: async () => isItsTurn },
    archives: { messagebird: { close: () => told.push('closed') } },
    clock,
    onFound: ({ settled, fetched }) => told.push(`${settled} settled, ${fetched} fetched`),
    onUnavailable: (reason) => told.push(reason),
    onError: (error) => told.push(String(error)),
  })
})

afterEach(async () => {
  await reconciler.stop()
  vi.useRealTimers()
})

async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += SECOND) {
    clock.advance(SECOND)
    await vi.advanceTimersByTimeAsync(SECOND)
  }
}

describe('the reconciler', () => {
  it('looks at once after a start, often for what is in doubt and every minute for what was missed', async () => {
    reconciler.start()
    await vi.advanceTimersByTimeAsync(0)
    expect([looks, fetches]).toEqual([1, 1])
    await pass(3 * MINUTE)
    expect([looks, fetches]).toEqual([13, 4])
    expect(told).toEqual(['2 settled, 0 fetched', '0 settled, 3 fetched'])
  })

  it('leaves it to another server while that one is at it', async () => {
    isItsTurn = false
    reconciler.start()
    await pass(3 * MINUTE)
    expect([looks, fetches]).toEqual([0, 0])
    isItsTurn = true
    await pass(15 * SECOND)
    expect([looks, fetches]).toEqual([1, 1])
  })

  it('asks ever more seldom while the list cannot be read, and says so once', async () => {
    trouble = { reason: 'no answer', retryAfterMs: null }
    reconciler.start()
    await pass(60 * MINUTE)
    expect(looks).toBe(6)
    expect(told.filter((line) => line === 'no answer')).toHaveLength(1)
    trouble = null
    await pass(35 * MINUTE)
    expect(fetches).toBeGreaterThan(0)
  })

  it('waits for as long as the provider says', async () => {
    trouble = { reason: 'throttled', retryAfterMs: 10 * MINUTE }
    reconciler.start()
    await pass(9 * MINUTE)
    expect(looks).toBe(1)
    await pass(2 * MINUTE)
    expect(looks).toBe(2)
  })

  it('goes on after trouble of its own', async () => {
    broken = true
    reconciler.start()
    await pass(MINUTE)
    expect(told).toContain('Error: storage')
    broken = false
    await pass(MINUTE)
    expect(fetches).toBeGreaterThan(0)
  })

  it('does nothing more once stopped', async () => {
    reconciler.start()
    await reconciler.stop()
    await pass(5 * MINUTE)
    expect(looks).toBe(1)
    expect(told).toContain('closed')
  })
})
