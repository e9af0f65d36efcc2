import { describe, expect, it } from 'vitest'
import { DELIVERY_STATES, type DeliveryState } from '../../text/delivery-order.ts'
import {
  beginDispatch,
  cancel,
  claim,
  type Delivery,
  heldDelivery,
  LEASE_MS,
  leaseOver,
  SETTLED_BY_AGENT,
  sendNow,
  settleArrived,
} from './delivery.ts'

const NOW = 1_000_000
const fresh = heldDelivery(2, NOW, 0)

function inState(state: DeliveryState): Delivery {
  return { ...fresh, state, claim: { token: 'a', leaseUntil: NOW + LEASE_MS } }
}

function statesWhere(allowed: (d: Delivery) => unknown): DeliveryState[] {
  return DELIVERY_STATES.filter((state) => allowed(inState(state)))
}

describe('a new delivery', () => {
  it('is held, then due', () => {
    const held = heldDelivery(1, NOW, 5_000)
    expect(held).toMatchObject({ state: 'scheduled', nextAttemptAt: NOW + 5_000, attempts: 0 })
    expect(claim(held, 'a', NOW + 4_999)).toBeNull()
    expect(claim(held, 'a', NOW + 5_000)?.state).toBe('claimed')
  })

  it('is queued at once without a hold', () => {
    expect(fresh).toMatchObject({ state: 'queued', nextAttemptAt: NOW, segments: 2 })
  })

  it('can skip the hold, and starts to age then', () => {
    const sent = sendNow(heldDelivery(1, NOW, 5_000), NOW + 1_000)
    expect(sent).toMatchObject({ state: 'queued', nextAttemptAt: NOW + 1_000, firstQueuedAt: NOW + 1_000 })
    expect(statesWhere((d) => sendNow(d, NOW))).toEqual(['scheduled'])
  })
})

describe('claiming', () => {
  it('takes only what waits', () => {
    expect(statesWhere((d) => claim(d, 'b', NOW))).toEqual(['scheduled', 'queued'])
  })

  it('leases for a minute', () => {
    expect(claim(fresh, 'a', NOW)?.claim).toEqual({ token: 'a', leaseUntil: NOW + 60_000 })
  })

  it('sends only with the token it was claimed with, counting the attempt', () => {
    const claimed = claim(fresh, 'a', NOW) ?? fresh
    expect(beginDispatch(claimed, 'b')).toBeNull()
    expect(beginDispatch(claimed, 'a')).toMatchObject({ state: 'dispatching', attempts: 1 })
    expect(statesWhere((d) => beginDispatch(d, 'a'))).toEqual(['claimed'])
  })
})

describe('a sender that went silent', () => {
  it('keeps its text while the lease holds', () => {
    const claimed = inState('claimed')
    expect(leaseOver(claimed, NOW + LEASE_MS - 1)).toBe(claimed)
  })

  it('gives back what it had only claimed', () => {
    const freed = leaseOver(inState('claimed'), NOW + LEASE_MS)
    expect(freed).toMatchObject({ state: 'queued', claim: null, nextAttemptAt: NOW + LEASE_MS })
    expect(claim(freed, 'b', NOW + LEASE_MS)?.claim?.token).toBe('b')
  })

  it('leaves what it was sending uncertain, from the moment the lease ended', () => {
    const lost = leaseOver(inState('dispatching'), NOW + 10 * LEASE_MS)
    expect(lost).toMatchObject({ state: 'uncertain', claim: null, uncertainSince: NOW + LEASE_MS })
  })
})

describe('a person', () => {
  it('can cancel only what surely has not left', () => {
    expect(statesWhere((d) => cancel(d, 'undone'))).toEqual(['scheduled', 'queued', 'claimed'])
    expect(cancel(inState('claimed'), 'undone')).toMatchObject({
      state: 'cancelled',
      reason: 'undone',
      claim: null,
      nextAttemptAt: null,
    })
  })

  it('can say that an unsettled one arrived', () => {
    expect(statesWhere(settleArrived)).toEqual(['uncertain', 'expired', 'failed'])
    expect(settleArrived(inState('failed'))).toMatchObject({ state: 'delivered', reason: SETTLED_BY_AGENT })
  })
})
