import { afterEach, describe, expect, it, vi } from 'vitest'
import { coalesce, leaveRoom } from './coalesce.ts'

describe('coalesce', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('runs once more for any number of calls during a run, also when the run fails', async () => {
    const turns: Array<() => void> = []
    let runs = 0
    const call = coalesce(() => {
      runs += 1
      return new Promise<void>((_, reject) => turns.push(() => reject(new Error('refused'))))
    })
    call()
    call()
    call()
    expect(runs).toBe(1)
    turns.shift()?.()
    await Promise.resolve()
    await new Promise((resolve) => setTimeout(resolve))
    expect(runs).toBe(2)
    turns.shift()?.()
    await new Promise((resolve) => setTimeout(resolve))
    expect(runs).toBe(2)
    call()
    expect(runs).toBe(3)
  })
  it('runs the first call at once and those of a busy time rarely, the last one included', async () => {
    vi.useFakeTimers()
    const runs: number[] = []
    const call = coalesce(async () => {
      runs.push(performance.now())
      await new Promise((resolve) => setTimeout(resolve, 100))
    }, leaveRoom(300))
    const start = performance.now()
    for (let ms = 0; ms < 2000; ms += 10) {
      call()
      await vi.advanceTimersByTimeAsync(10)
    }
    await vi.advanceTimersByTimeAsync(1000)
    expect(runs.map((at) => at - start)).toEqual([0, 500, 1000, 1500, 2000])
    await vi.advanceTimersByTimeAsync(1000)
    call()
    expect(runs).toHaveLength(6)
  })
  it('never rests for long, however slow the desk was', async () => {
    vi.useFakeTimers()
    let runs = 0
    const call = coalesce(() => {
      runs += 1
      return new Promise((resolve) => setTimeout(resolve, 20_000))
    }, leaveRoom(300))
    call()
    call()
    await vi.advanceTimersByTimeAsync(20_999)
    expect(runs).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(runs).toBe(2)
  })
})
