import type { AttemptOutcome, DeliveryState, FailureReason, Provider } from '@textdesk/core'
import type { Generated } from 'kysely'

export interface DeliveryAttemptTable {
  message_id: string
  number: number
  began_at: number
  ended_at: number | null
  outcome: AttemptOutcome | null
  reason: FailureReason | null
  detail: string | null
}

export interface DeliveryReportTable {
  row: Generated<number>
  id: string
  at: number
  message_id: string | null
  reference: string | null
  provider_message_id: string | null
  state: DeliveryState
  status: string
  reason: FailureReason | null
  detail: string | null
  raw: string
  /** Null once its message is known, or when nobody waits for it. */
  held_for: Provider | null
  recipient: string | null
  opts_out: number
}
