import { rank } from '../../text/delivery-order.ts'
import { backoffMs, nextAttempt, PAUSE_MS } from './backoff.ts'
import type { Delivery } from './delivery.ts'
import { mergeEvidence } from './evidence.ts'
import type { SendOutcome } from './send-outcome.ts'

type RetryLater = Extract<SendOutcome, { kind: 'retry-later' }>

/**
 * What a send came to. Only a retry returns a text to the queue, and only while `token` still holds it.
 * `jitter` is between -1 and 1. Returns the same object where the outcome says nothing new.
 */
export function applyOutcome(d: Delivery, token: string, outcome: SendOutcome, now: number, jitter: number): Delivery {
  return d.claim?.token === token ? settle(d, outcome, now, jitter) : hearLate(d, outcome)
}

function settle(d: Delivery, outcome: SendOutcome, now: number, jitter: number): Delivery {
  switch (outcome.kind) {
    case 'accepted':
      return mergeEvidence(d, { state: 'accepted', reason: null, providerMessageId: outcome.providerMessageId })
    case 'rejected':
      return fail(d, outcome.reason)
    case 'retry-later':
      return retry(d, outcome, now, jitter)
    case 'uncertain':
      return { ...d, state: 'uncertain', reason: outcome.reason, claim: null, uncertainSince: now }
  }
}

/**
 * The claim is gone, so the word is only evidence. A refusal is about a send that is no longer the latest unless the text
 * is out of the queue; "later" and "don't know" add nothing to what is known by now.
 */
function hearLate(d: Delivery, outcome: SendOutcome): Delivery {
  if (outcome.kind === 'accepted') {
    return mergeEvidence(d, { state: 'accepted', reason: null, providerMessageId: outcome.providerMessageId })
  }
  const left = rank(d.state) >= rank('uncertain')
  return outcome.kind === 'rejected' && left ? fail(d, outcome.reason) : d
}

function retry(d: Delivery, outcome: RetryLater, now: number, jitter: number): Delivery {
  const { retryAfterMs, pausesNumber } = outcome
  // The number rests, not the text: it is due the moment the number is, and grows no older by it.
  const delayMs = pausesNumber ? pauseMs(outcome) : backoffMs(d.attempts, jitter)
  const nextAttemptAt = nextAttempt({ firstQueuedAt: d.firstQueuedAt, delayMs, retryAfterMs }, now)
  if (nextAttemptAt === null) return fail(d, 'gave-up')
  const sent = d.state === 'dispatching' && pausesNumber ? d.attempts - 1 : d.attempts
  return { ...d, state: 'queued', reason: outcome.reason, attempts: sent, nextAttemptAt, claim: null }
}

/** How long the number rests after an outcome that pauses it. */
export function pauseMs(outcome: RetryLater): number {
  return outcome.retryAfterMs ?? PAUSE_MS
}

function fail(d: Delivery, reason: string): Delivery {
  return mergeEvidence(d, { state: 'failed', reason, providerMessageId: null })
}
