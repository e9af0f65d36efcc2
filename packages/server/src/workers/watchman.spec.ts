import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Watchman } from './watchman.ts'

const MINUTE = 60_000

describe('Watchman', () => {
  let done: string[]
  let errors: unknown[]
  let look: () => Promise<void>
  let watchman: Watchman

  beforeEach(() => {
    vi.useFakeTimers()
    done = []
    errors = []
    look = async () => {}
    watchman = new Watchman({
      watchDesk: {
        execute: async ({ webhooks }) => {
          done.push(`looked, up since ${webhooks.startedAt}`)
          await look()
        },
      },
      tellIncidents: { execute: async () => void done.push('told') },
      webhooks: () => ({ startedAt: 7, refusedAt: [], lastRefusal: null, lastTakenAt: null }),
      isAlone: true,
      onError: (error) => errors.push(error),
    })
  })

  afterEach(async () => {
    await watchman.stop()
    vi.useRealTimers()
  })

  it('looks and tells every minute until it is stopped', async () => {
    watchman.start()
    await vi.advanceTimersByTimeAsync(2 * MINUTE)
    await watchman.stop()
    await vi.advanceTimersByTimeAsync(5 * MINUTE)
    expect(done).toEqual(['looked, up since 7', 'told', 'looked, up since 7', 'told'])
  })

  it('tells what was found before though it cannot look, and goes on', async () => {
    look = () => Promise.reject(new Error('disk'))
    await watchman.goRound()
    look = async () => {}
    await watchman.goRound()
    expect(errors).toEqual([new Error('disk')])
    expect(done.filter((what) => what === 'told')).toHaveLength(2)
  })

  it('begins no round before the last one is over, and stops when that is', async () => {
    let finish = () => {}
    look = () => new Promise((resolve) => (finish = resolve))
    watchman.start()
    await vi.advanceTimersByTimeAsync(3 * MINUTE)
    expect(done).toHaveLength(1)
    look = async () => {}
    const stopped = watchman.stop()
    finish()
    await stopped
    expect(done.slice(0, 2)).toEqual(['looked, up since 7', 'told'])
  })
})
