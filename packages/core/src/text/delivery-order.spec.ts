import { describe, expect, it } from 'vitest'
import { DELIVERY_STATES, isFinal, rank, shownState } from './delivery-order.ts'

describe('the order of delivery states', () => {
  it('knows more with every rank', () => {
    const reported = [
      'uncertain',
      'accepted',
      'provider-scheduled',
      'sent',
      'buffered',
      'expired',
      'failed',
      'delivered',
    ]
    const ranked = DELIVERY_STATES.filter((state) => rank(state) > 0).sort((a, b) => rank(a) - rank(b))
    expect(ranked).toEqual(reported)
    expect(new Set(ranked.map(rank)).size).toBe(reported.length)
  })

  it('puts everything that has not left the desk at the bottom', () => {
    const unsent = DELIVERY_STATES.filter((state) => rank(state) === 0)
    expect(unsent).toEqual(['scheduled', 'queued', 'claimed', 'dispatching', 'cancelled'])
  })

  it('ends with four states', () => {
    expect(DELIVERY_STATES.filter(isFinal)).toEqual(['expired', 'failed', 'delivered', 'cancelled'])
  })

  it('hides the inner states from the API', () => {
    const renamed = DELIVERY_STATES.filter((state) => shownState(state) !== state)
    expect(renamed.map((state) => [state, shownState(state)])).toEqual([
      ['claimed', 'sending'],
      ['dispatching', 'sending'],
      ['provider-scheduled', 'accepted'],
    ])
  })
})
