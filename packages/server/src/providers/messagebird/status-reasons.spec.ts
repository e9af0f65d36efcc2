import { describe, expect, it } from 'vitest'
import { reportedReason, reportedState } from './status-reasons.ts'

describe('reportedState', () => {
  it.each([
    ['scheduled', 'provider-scheduled'],
    ['sent', 'sent'],
    ['buffered', 'buffered'],
    ['delivered', 'delivered'],
    ['expired', 'expired'],
    ['delivery_failed', 'failed'],
    [' Delivery_Failed ', 'failed'],
    ['read', null],
    ['', null],
    ['constructor', null],
  ])('of %j is %s', (status, state) => {
    expect(reportedState(status)).toBe(state)
  })
})

describe('reportedReason', () => {
  it.each([
    [[1, 2, 3, 5, 9, 10, 11, 12], 'unknown-subscriber'],
    [[8, 26, 27, 31], 'unavailable-subscriber'],
    [[34], 'network-error'],
    [[103], 'opted-out-at-carrier'],
    [[0, 4, 6, 7, 13, 104], null],
  ])('of the codes %j is %s', (codes, reason) => {
    for (const code of codes) expect(reportedReason(code, null)).toBe(reason)
  })

  it.each([
    ['unknown subscriber', 'unknown-subscriber'],
    ['Unavailable Subscriber', 'unavailable-subscriber'],
    ['received network error', 'network-error'],
    ['network_error', 'network-error'],
    ['capacity limit', 'capacity-limit'],
    ['carrier_rejected', 'carrier-rejected'],
    ['incorrect number', 'invalid-recipient'],
    ['insufficient balance', 'no-balance'],
    ['opted out', 'opted-out-at-carrier'],
    ['generic delivery failure', null],
    ['', null],
    [null, null],
  ])('of the words %j is %s', (words, reason) => {
    expect(reportedReason(null, words)).toBe(reason)
  })

  it('believes a known code before the words, and the words beside an unknown one', () => {
    expect(reportedReason(34, 'unknown subscriber')).toBe('network-error')
    expect(reportedReason(77, 'unknown subscriber')).toBe('unknown-subscriber')
  })
})
