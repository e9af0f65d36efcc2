import {
  explainFailure,
  isFailureReason,
  isUnsettledState,
  mayHaveArrived,
  type UnsettledState,
} from '@textdesk/core/text'
import type { Message } from '@textdesk/server/contract'
import { clockTime } from '../../../shared/time/format-time.ts'

export interface DeliveryWords {
  /** Short, for the line under the bubble and the article's name. */
  readonly status: string
  /** What happened and what to do, where something went wrong. */
  readonly sentence: string | null
  readonly tone: 'quiet' | 'trouble'
  readonly canUndo: boolean
  readonly canResend: boolean
  readonly canConfirm: boolean
}

/** A hold is a few seconds; what waits longer was put off by the network. */
const HOLD_MS = 30_000
const RECEIPT_MS = 10 * 60_000

const quiet = (status: string): DeliveryWords => ({
  status,
  sentence: null,
  tone: 'quiet',
  canUndo: false,
  canResend: false,
  canConfirm: false,
})

/** Where a message got to, in words an agent understands. Null for what never leaves the desk. */
export function deliveryWords({ at, delivery }: Pick<Message, 'at' | 'delivery'>, now: number): DeliveryWords | null {
  if (!delivery) return null
  const { state, reason, needsAgent } = delivery
  if (isUnsettledState(state)) return unsettledWords(state, reason, needsAgent)
  switch (state) {
    case 'scheduled':
    case 'queued':
      return waitingWords(delivery.dueAt, state === 'scheduled', now)
    case 'sending':
      return quiet('Sending')
    case 'accepted':
    case 'sent':
      return quiet(now - Date.parse(at) > RECEIPT_MS ? 'Sent. No receipt yet' : 'Sent')
    case 'buffered':
      return quiet('Sent. The phone is out of reach for now')
    case 'delivered':
      return quiet('Delivered')
    case 'cancelled':
      return cancelledWords(reason)
  }
}

function waitingWords(dueAt: string | null, canUndo: boolean, now: number): DeliveryWords {
  const left = dueAt === null ? 0 : Date.parse(dueAt) - now
  if (left <= 0 || dueAt === null) return quiet('Sending')
  const status = left <= HOLD_MS ? `Sending in ${Math.ceil(left / 1000)} s` : `Sending at ${clockTime(dueAt)}`
  return { ...quiet(status), canUndo }
}

function cancelledWords(reason: string | null): DeliveryWords {
  if (reason === 'undone' || !isFailureReason(reason)) return quiet('Undone, not sent')
  return { ...quiet('Not sent'), sentence: explainFailure(reason) }
}

/** It stays for an agent to settle, where no machine will any more. */
function unsettledWords(state: UnsettledState, reason: string | null, needsAgent: boolean): DeliveryWords {
  return {
    ...quiet(UNSETTLED[state]),
    sentence:
      state !== 'uncertain' && isFailureReason(reason) ? explainFailure(reason) : unexplained(state, needsAgent),
    tone: 'trouble',
    canResend: needsAgent,
    canConfirm: needsAgent && mayHaveArrived(state),
  }
}

const UNSETTLED: Readonly<Record<UnsettledState, string>> = {
  uncertain: 'May not have arrived',
  expired: 'Not delivered',
  failed: 'Failed',
}

function unexplained(state: UnsettledState, needsAgent: boolean): string {
  if (state === 'failed') return explainFailure('rejected')
  if (state === 'expired') {
    return `Not delivered: the phone could not be reached in time.${needsAgent ? ' Send it again.' : ''}`
  }
  return needsAgent
    ? 'May not have arrived. Ask the customer, or send it again.'
    : 'May not have arrived. The desk is waiting for the report.'
}
