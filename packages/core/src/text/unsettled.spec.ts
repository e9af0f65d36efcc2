import { describe, expect, it } from 'vitest'
import { DELIVERY_STATES, isFinal, shownState } from './delivery-order.ts'
import {
  isUnsettled,
  isUnsettledState,
  mayHaveArrived,
  NEEDS_AGENT_AFTER_MS,
  needsAgent,
  UNSETTLED_STATES,
  type WrittenText,
} from './unsettled.ts'

const NOW = 1_000_000_000
const aText = (state: (typeof DELIVERY_STATES)[number], overrides: Partial<WrittenText> = {}): WrittenText => {
  return { kind: 'sms', settledAt: null, delivery: { state, uncertainSince: NOW }, ...overrides }
}

describe('what still needs an agent', () => {
  it('is whatever is final and not delivered, and what nobody knows about for ten minutes', () => {
    const lost = DELIVERY_STATES.filter((state) => isFinal(state) && state !== 'delivered' && state !== 'cancelled')
    expect(DELIVERY_STATES.filter((state) => needsAgent(aText(state), NOW))).toEqual(lost)
    const later = NOW + NEEDS_AGENT_AFTER_MS
    expect(DELIVERY_STATES.filter((state) => needsAgent(aText(state), later - 1))).toEqual(lost)
    expect(DELIVERY_STATES.filter((state) => needsAgent(aText(state), later))).toEqual(['uncertain', ...lost])
  })

  it('is an uncertain text of which nobody knows since when', () => {
    expect(needsAgent(aText('uncertain', { delivery: { state: 'uncertain', uncertainSince: null } }), NOW)).toBe(true)
  })

  it('is nothing that was settled, that the desk wrote, or that never leaves it', () => {
    const other = [{ settledAt: NOW }, { kind: 'auto' }, { kind: 'note' }, { delivery: null }] as const
    for (const overrides of other) {
      for (const state of UNSETTLED_STATES) expect(isUnsettled(aText(state, overrides))).toBe(false)
    }
  })

  it('goes by the same list in the states that the API shows', () => {
    for (const state of DELIVERY_STATES) expect(isUnsettledState(shownState(state))).toBe(isUnsettledState(state))
  })

  it('may have arrived, but where the network said that it did not', () => {
    expect(UNSETTLED_STATES.filter(mayHaveArrived)).toEqual(['uncertain', 'expired'])
  })
})
