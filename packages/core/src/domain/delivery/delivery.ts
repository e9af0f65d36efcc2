import type { DeliveryState } from '../../text/delivery-order.ts'
import { isUnsettledState } from '../../text/unsettled.ts'

/** Where one outbound text stands. The message row is the outbox: this is all the dispatcher knows of it. */
export interface Delivery {
  readonly state: DeliveryState
  /** A `FailureReason` once failed or cancelled, `SETTLED_BY_AGENT`, or the gateway's words while it waits or is uncertain. */
  readonly reason: string | null
  /** Times its bytes may have left; a send the provider throttled does not count. */
  readonly attempts: number
  /** Due time while scheduled or queued, else null. */
  readonly nextAttemptAt: number | null
  readonly claim: { readonly token: string; readonly leaseUntil: number } | null
  readonly providerMessageId: string | null
  readonly segments: number
  /** When it was first due: giving up counts from here. */
  readonly firstQueuedAt: number
  readonly uncertainSince: number | null
  /** Times its sender died between claiming it and handing it over. */
  readonly rescues: number
}

export const LEASE_MS = 60_000
const MAX_RESCUES = 5
/** The reason of a text that an agent, not a report, calls delivered. */
export const SETTLED_BY_AGENT = 'agent'
/** The reason of a text whose sender died before it could say what became of it. */
const INTERRUPTED = 'interrupted'

/** A new outbound text: scheduled for `holdMs` from now, or queued at once without a hold. */
export function heldDelivery(segments: number, now: number, holdMs: number): Delivery {
  const dueAt = now + Math.max(0, holdMs)
  return {
    state: dueAt > now ? 'scheduled' : 'queued',
    reason: null,
    attempts: 0,
    nextAttemptAt: dueAt,
    claim: null,
    providerMessageId: null,
    segments,
    firstQueuedAt: dueAt,
    uncertainSince: null,
    rescues: 0,
  }
}

/** Skips the hold. Null unless it is still held. */
export function sendNow(d: Delivery, now: number): Delivery | null {
  if (d.state !== 'scheduled') return null
  return { ...d, state: 'queued', nextAttemptAt: now, firstQueuedAt: Math.min(now, d.firstQueuedAt) }
}

/** Takes a due text for one sender. Null when there is nothing to take; an uncertain text is never taken. */
export function claim(d: Delivery, token: string, now: number): Delivery | null {
  const waiting = d.state === 'scheduled' || d.state === 'queued'
  if (!waiting || (d.nextAttemptAt ?? now) > now) return null
  return { ...d, state: 'claimed', nextAttemptAt: null, claim: { token, leaseUntil: now + LEASE_MS } }
}

/** To be committed before the first byte leaves. Null when the claim was lost, and then nothing may be sent. */
export function beginDispatch(d: Delivery, token: string): Delivery | null {
  if (d.state !== 'claimed' || d.claim?.token !== token) return null
  return { ...d, state: 'dispatching', attempts: d.attempts + 1 }
}

/** Frees a text whose sender went silent: provably unsent it queues again, else nobody knows. The same object while the lease holds. */
export function leaseOver(d: Delivery, now: number): Delivery {
  if (d.claim === null || d.claim.leaseUntil > now) return d
  if (d.state === 'claimed') return rescue(d, now)
  return { ...d, state: 'uncertain', reason: INTERRUPTED, claim: null, uncertainSince: d.claim.leaseUntil }
}

/** Whoever takes it up dies over it: it would be taken up for ever, and hold up what waits behind it. */
function rescue(d: Delivery, now: number): Delivery {
  const rescues = d.rescues + 1
  if (rescues < MAX_RESCUES) return { ...d, state: 'queued', claim: null, nextAttemptAt: now, rescues }
  return { ...d, state: 'failed', reason: 'desk-fault', claim: null, rescues }
}

/** Null once its bytes may have left. */
export function cancel(d: Delivery, reason: string): Delivery | null {
  if (d.state !== 'scheduled' && d.state !== 'queued' && d.state !== 'claimed') return null
  return { ...d, state: 'cancelled', reason, claim: null, nextAttemptAt: null }
}

/** An agent knows that it arrived. Null unless it is unsettled. */
export function settleArrived(d: Delivery): Delivery | null {
  if (!isUnsettledState(d.state)) return null
  return { ...d, state: 'delivered', reason: SETTLED_BY_AGENT, uncertainSince: null }
}
