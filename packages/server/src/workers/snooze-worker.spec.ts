import type { Change } from '@textdesk/core'
import { FixedClock, START } from '@textdesk/core/testing'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SnoozeWorker } from './snooze-worker.ts'

let clock: FixedClock
let snoozedUntil: number[]
let wokenAt: number[]
let looks: number
let broken: boolean
let errors: unknown[]
let announce: () => void
let snoozeWorker: SnoozeWorker

/** The tickets of a desk, as far as the snooze worker can tell. */
const wakeSnoozedTickets = {
  async execute() {
    looks += 1
    if (broken) throw new Error('storage')
    const now = clock.now()
    const due = snoozedUntil.filter((until) => until <= now)
    snoozedUntil = snoozedUntil.filter((until) => until > now)
    for (const _ of due) wokenAt.push(now - START)
    return { woken: due.length, nextAt: snoozedUntil.length === 0 ? null : Math.min(...snoozedUntil) }
  },
}

beforeEach(() => {
  vi.useFakeTimers()
  ;[clock, snoozedUntil, wokenAt, looks, broken, errors] = [new FixedClock(), [], [], 0, false, []]
  const subscribe = (listener: (changes: readonly Change[]) => void) => {
    announce = () => listener([{ kind: 'ticket', ticketNumber: 1, what: 'state' }])
    return () => {}
  }
  snoozeWorker = new SnoozeWorker({
    wakeSnoozedTickets,
    changeFeed: { subscribe },
    clock,
    onError: (error) => errors.push(error),
  })
  snoozeWorker.start()
})

afterEach(async () => {
  await snoozeWorker.stop()
  vi.useRealTimers()
})

async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 50) {
    clock.advance(50)
    await vi.advanceTimersByTimeAsync(50)
  }
}

describe('the snooze worker', () => {
  it('wakes each ticket within a moment of its time', async () => {
    snoozedUntil = [START + 3_000, START + 40_000]
    announce()
    await pass(41_000)
    expect(wokenAt).toHaveLength(2)
    expect(wokenAt[0]).toBeLessThan(3_200)
    expect(wokenAt[1]).toBeLessThan(40_200)
  })

  it('hears of a ticket that is due before the one it waits for', async () => {
    snoozedUntil = [START + 14_000]
    announce()
    await pass(1_000)
    snoozedUntil.push(START + 2_000)
    announce()
    await pass(1_500)
    expect(wokenAt).toHaveLength(1)
  })

  it('finds what it was never told of, and looks seldom otherwise', async () => {
    await pass(1_000)
    snoozedUntil = [START + 2_000]
    await pass(16_000)
    expect(wokenAt).toHaveLength(1)
    expect(looks).toBeLessThan(5)
  })

  it('goes on after storage trouble, and says so', async () => {
    broken = true
    announce()
    await pass(3_000)
    expect(errors.length).toBeGreaterThan(1)
    broken = false
    snoozedUntil = [START]
    await pass(2_000)
    expect(wokenAt).toHaveLength(1)
  })

  it('does nothing more once stopped', async () => {
    await pass(100)
    await snoozeWorker.stop()
    snoozedUntil = [START]
    announce()
    await pass(60_000)
    expect(wokenAt).toEqual([])
  })
})
