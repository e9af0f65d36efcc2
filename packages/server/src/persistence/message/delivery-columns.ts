import type { Delivery } from '@textdesk/core'
import type { Selectable } from 'kysely'
import type { DeskSchema } from '../schema.ts'

export const deliveryFields = [
  'delivery_state',
  'delivery_reason',
  'attempts',
  'next_attempt_at',
  'claim_token',
  'lease_until',
  'provider_message_id',
  'segments',
  'first_queued_at',
  'uncertain_since',
  'rescues',
] as const

type DeliveryColumns = Pick<Selectable<DeskSchema['messages']>, (typeof deliveryFields)[number]>

const NOTHING_TO_DELIVER = Object.fromEntries(deliveryFields.map((field) => [field, null])) as DeliveryColumns

export function toDelivery(row: DeliveryColumns): Delivery | null {
  if (row.delivery_state === null) return null
  const { claim_token: token, lease_until: leaseUntil } = row
  return {
    state: row.delivery_state,
    reason: row.delivery_reason,
    attempts: row.attempts ?? 0,
    nextAttemptAt: row.next_attempt_at,
    claim: token === null || leaseUntil === null ? null : { token, leaseUntil },
    providerMessageId: row.provider_message_id,
    segments: row.segments ?? 1,
    firstQueuedAt: row.first_queued_at ?? 0,
    uncertainSince: row.uncertain_since,
    rescues: row.rescues ?? 0,
  }
}

export function fromDelivery(delivery: Delivery | null): DeliveryColumns {
  if (delivery === null) return NOTHING_TO_DELIVER
  return {
    delivery_state: delivery.state,
    delivery_reason: delivery.reason,
    attempts: delivery.attempts,
    next_attempt_at: delivery.nextAttemptAt,
    claim_token: delivery.claim?.token ?? null,
    lease_until: delivery.claim?.leaseUntil ?? null,
    provider_message_id: delivery.providerMessageId,
    segments: delivery.segments,
    first_queued_at: delivery.firstQueuedAt,
    uncertain_since: delivery.uncertainSince,
    rescues: delivery.rescues,
  }
}
