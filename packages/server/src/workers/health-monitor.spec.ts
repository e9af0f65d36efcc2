import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { HealthMonitor } from './health-monitor.ts'

const MINUTE = 60_000

describe('HealthMonitor', () => {
  let done: string[]
  let errors: unknown[]
  let look: () => Promise<void>
  let healthMonitor: HealthMonitor

  beforeEach(() => {
    vi.useFakeTimers()
    done = []
    errors = []
    look = async () => {}
    healthMonitor = new HealthMonitor({
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
    await healthMonitor.stop()
    vi.useRealTimers()
  })

  it('looks and tells every minute until it is stopped', async () => {
    healthMonitor.start()
    await vi.advanceTimersByTimeAsync(2 * MINUTE)
    await healthMonitor.stop()
    await vi.advanceTimersByTimeAsync(5 * MINUTE)
    expect(done).toEqual(['looked, up since 7', 'told', 'looked, up since 7', 'told'])
  })

  it('tells what was found before though it cannot look, and goes on', async () => {
    look = () => Promise.reject(new Error('disk'))
    await healthMonitor.goRound()
    look = async () => {}
    await healthMonitor.goRound()
    expect(errors).toEqual([new Error('disk')])
    expect(done.filter((what) => what === 'told')).toHaveLength(2)
  })

  it('begins no round before the last one is over, and stops when that is', async () => {
    let finish = () => {}
    look = () => new Promise((resolve) => (finish = resolve))
    healthMonitor.start()
    await vi.advanceTimersByTimeAsync(3 * MINUTE)
    expect(done).toHaveLength(1)
    look = async () => {}
    const stopped = healthMonitor.stop()
    finish()
    await stopped
    expect(done.slice(0, 2)).toEqual(['looked, up since 7', 'told'])
  })
})
