import { describe, expect, it } from 'vitest'
import { findFullDisk } from './disk-space.ts'
import { findPausedNumber } from './paused-number.ts'

const GIB = 1024 ** 3
const MINUTE = 60_000
const NOW = Date.UTC(2026, 10, 22)

describe('a disk', () => {
  const trouble = (freeGib: number, totalGib: number) =>
    findFullDisk({ databaseBytes: 0, disk: { freeBytes: freeGib * GIB, totalBytes: totalGib * GIB } })?.trouble ?? null

  it.each([
    [0.99, 10, true],
    [4.9, 100, true],
    [1, 10, null],
    [5, 100, null],
    [6.9, 100, null],
    [1.4, 10, null],
    [1.5, 10, false],
    [7, 100, false],
    [500, 1_000, false],
  ])('with %d of %d GiB free is trouble: %s', (free, total, expected) => {
    expect(trouble(free, total)).toBe(expected)
  })

  it('that cannot be measured is neither full nor empty', () => {
    expect(findFullDisk({ databaseBytes: 0, disk: null })).toBeNull()
  })

  it('is told with what is left', () => {
    const disk = { freeBytes: 0.5 * GIB, totalBytes: 10 * GIB }
    expect(findFullDisk({ databaseBytes: 0, disk })).toMatchObject({
      sentence: expect.stringContaining('0.5 GiB left'),
    })
  })
})

describe('a number', () => {
  const trouble = (pausedUntil: number | null, oldestDueAt: number | null = null) => {
    const inbox = { id: 'inbox', name: 'Support', pausedUntil: pausedUntil === null ? null : NOW + pausedUntil }
    return findPausedNumber(inbox, oldestDueAt === null ? null : NOW + oldestDueAt, NOW)?.trouble ?? null
  }

  it('is paused for long when it will be for two minutes, or a text has been due for two', () => {
    expect(trouble(2 * MINUTE)).toBe(true)
    expect(trouble(5_000)).toBeNull()
    expect(trouble(5_000, -MINUTE)).toBeNull()
    expect(trouble(5_000, -2 * MINUTE)).toBe(true)
  })

  it('sends again once it has not been paused for ten minutes', () => {
    expect(trouble(-1, -5 * MINUTE)).toBeNull()
    expect(trouble(-10 * MINUTE)).toBe(false)
    expect(trouble(null)).toBe(false)
  })
})
