import type { Message } from '@textdesk/core'
import type { Insertable, Selectable } from 'kysely'
import type { DeskSchema } from '../schema.ts'
import { arrivalFields, fromArrival, toArrival } from './arrival-columns.ts'
import { deliveryFields, fromDelivery, toDelivery } from './delivery-columns.ts'
import { fromPlacement, placementFields, toPlacement } from './placement-columns.ts'
import { fromReaction, reactionFields, toReaction } from './reaction-columns.ts'

export type MessageRecord = Selectable<DeskSchema['messages']>
export type NewMessageRecord = Required<Omit<Insertable<DeskSchema['messages']>, 'row'>>

export const messageFields = [
  'id',
  'ticket_number',
  'inbox_id',
  'contact_id',
  'seq',
  'direction',
  'kind',
  'body',
  'author_id',
  'at',
  'purpose',
  'keyword',
  'idempotency_key',
  'resend_of',
  'settled_at',
  'settled_by',
  ...placementFields,
  ...arrivalFields,
  ...reactionFields,
  ...deliveryFields,
] as const satisfies ReadonlyArray<keyof NewMessageRecord>

export function toMessage(row: MessageRecord): Message {
  return {
    id: row.id,
    ticketNumber: row.ticket_number,
    inboxId: row.inbox_id,
    contactId: row.contact_id,
    seq: row.seq,
    direction: row.direction,
    kind: row.kind,
    body: row.body,
    authorId: row.author_id,
    at: row.at,
    purpose: row.purpose,
    keyword: row.keyword,
    delivery: toDelivery(row),
    idempotencyKey: row.idempotency_key,
    resendOf: row.resend_of,
    settledAt: row.settled_at,
    settledBy: row.settled_by,
    placement: toPlacement(row),
    arrival: toArrival(row),
    reaction: toReaction(row),
  }
}

export function fromMessage(message: Message): NewMessageRecord {
  return {
    id: message.id,
    ticket_number: message.ticketNumber,
    inbox_id: message.inboxId,
    contact_id: message.contactId,
    seq: message.seq,
    direction: message.direction,
    kind: message.kind,
    body: message.body,
    author_id: message.authorId,
    at: message.at,
    purpose: message.purpose,
    keyword: message.keyword,
    idempotency_key: message.idempotencyKey,
    resend_of: message.resendOf,
    settled_at: message.settledAt,
    settled_by: message.settledBy,
    ...fromPlacement(message.placement),
    ...fromArrival(message.arrival),
    ...fromReaction(message.reaction),
    ...fromDelivery(message.delivery),
  }
}
