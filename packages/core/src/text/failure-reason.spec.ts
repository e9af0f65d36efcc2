import { describe, expect, it } from 'vitest'
import { explainFailure, FAILURE_REASONS, isFailureReason } from './failure-reason.ts'

describe('explainFailure', () => {
  it.each(FAILURE_REASONS)('%s: what happened, then what to do', (reason) => {
    expect(explainFailure(reason)).toMatch(
      /^Not (sent|delivered): [^.!]+\. [A-Z][^!]+\.$|^Not sent: [^.!]+, so [^.!]+\.$/,
    )
  })

  it('speaks to an agent, not to a developer', () => {
    expect(explainFailure('unknown-subscriber')).toBe(
      "Not delivered: this number doesn't exist. Check it with the customer.",
    )
    expect(explainFailure('no-balance')).toBe('Not sent: the account is out of credit. Your owner can top it up.')
  })
})

describe('isFailureReason', () => {
  it('tells reasons from other words', () => {
    expect(FAILURE_REASONS.every(isFailureReason)).toBe(true)
    expect([null, '', 'agent', 'toString'].some(isFailureReason)).toBe(false)
  })
})
