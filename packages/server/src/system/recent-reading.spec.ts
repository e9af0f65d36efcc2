import { FixedClock } from '@textdesk/core/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { RecentReading } from './recent-reading.ts'

describe('RecentReading', () => {
  let clock: FixedClock
  let asked: number
  let next: () => Promise<string>
  let recent: RecentReading<string>

  beforeEach(() => {
    clock = new FixedClock()
    asked = 0
    next = async () => `reading ${asked}`
    const read = () => {
      asked += 1
      return next()
    }
    recent = new RecentReading({ read, keepMs: (reading) => (reading === 'bad' ? 5 : 30), clock })
  })

  it('is good for as long as the reading says', async () => {
    expect(await recent.read()).toBe('reading 1')
    clock.advance(29)
    expect(await recent.read()).toBe('reading 1')
    clock.advance(1)
    next = async () => 'bad'
    expect(await recent.read()).toBe('bad')
    clock.advance(5)
    next = async () => 'good'
    expect(await recent.read()).toBe('good')
    expect(asked).toBe(3)
  })

  it('is found out once for all who ask at once', async () => {
    expect(await Promise.all([recent.read(), recent.read(), recent.read()])).toEqual(Array(3).fill('reading 1'))
    expect(asked).toBe(1)
  })

  it('that failed is tried again', async () => {
    next = () => Promise.reject(new Error('no'))
    await expect(recent.read()).rejects.toThrow('no')
    next = async () => 'fine'
    expect(await recent.read()).toBe('fine')
  })
})
