import { describe, expect, it } from 'vitest'
import { coalesce } from './coalesce.ts'

describe('coalesce', () => {
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
})
