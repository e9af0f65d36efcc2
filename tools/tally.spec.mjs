import { describe, expect, it } from 'vitest'
import { add, countPlaywright, countVitest, settle } from './tally.mjs'

describe('tally', () => {
  it('sums what both runners report', () => {
    const unit = countVitest({ numPassedTests: 40, numFailedTests: 1 })
    const e2e = countPlaywright({ stats: { expected: 3, unexpected: 2, flaky: 1, skipped: 0 } })
    expect(add(unit, e2e)).toEqual({ passed: 43, failed: 4 })
  })

  it('counts nothing where a runner left no report', () => {
    expect(countVitest(undefined)).toEqual({ passed: 0, failed: 0 })
    expect(countPlaywright(undefined)).toEqual({ passed: 0, failed: 0 })
  })

  it('counts a runner that failed without a failed test as one failure', () => {
    expect(settle({ passed: 12, failed: 0 }, 1)).toEqual({ passed: 12, failed: 1 })
    expect(settle({ passed: 12, failed: 3 }, 1)).toEqual({ passed: 12, failed: 3 })
    expect(settle({ passed: 12, failed: 0 }, 0)).toEqual({ passed: 12, failed: 0 })
  })
})
