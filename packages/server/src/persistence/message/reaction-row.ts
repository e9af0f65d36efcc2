import type { ReactionText } from '@textdesk/core'
import type { ReactionTable } from '../reaction-table.ts'

export const reactionTextFields = [
  'message_id',
  'id',
  'inbox_id',
  'contact_id',
  'at',
  'emoji',
  'removes',
  'body',
  'arrival',
  'sent_at',
  'arrival_id',
] as const satisfies ReadonlyArray<keyof ReactionTable>

export function toReactionText(row: ReactionTable): ReactionText {
  return {
    id: row.id,
    messageId: row.message_id,
    inboxId: row.inbox_id,
    contactId: row.contact_id,
    at: row.at,
    emoji: row.emoji,
    removes: row.removes === 1,
    body: row.body,
    arrival: { by: row.arrival, sentAt: row.sent_at, providerId: row.arrival_id },
  }
}

export function fromReactionText(text: ReactionText): ReactionTable {
  return {
    id: text.id,
    message_id: text.messageId,
    inbox_id: text.inboxId,
    contact_id: text.contactId,
    at: text.at,
    emoji: text.emoji,
    removes: text.removes ? 1 : 0,
    body: text.body,
    arrival: text.arrival.by,
    sent_at: text.arrival.sentAt,
    arrival_id: text.arrival.providerId,
  }
}
