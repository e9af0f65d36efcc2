import { preview } from '../../text/preview.ts'
import type { OptOutIntent } from '../consent/opt-out-words.ts'
import type { Delivery } from '../delivery/delivery.ts'
import type { Arrival } from '../message/arrival.ts'
import type { AutomaticPurpose, Message, MessageKind } from '../message/message.ts'
import type { Placement } from '../message/placement.ts'
import type { Activity, ActivityKind } from './activity.ts'
import type { LastMessage, Ticket } from './ticket.ts'

export interface MessageDraft {
  readonly id: string
  readonly at: number
  readonly direction: 'in' | 'out'
  readonly kind: MessageKind
  readonly body: string
  readonly authorId?: string
  readonly purpose?: AutomaticPurpose
  readonly keyword?: OptOutIntent | null
  readonly delivery?: Delivery
  readonly idempotencyKey?: string | null
  readonly resendOf?: string
  readonly placement?: Placement
  readonly arrival?: Arrival
}

/** The message at the end of the ticket's timeline, and the ticket as it is with it. */
export function withMessage(ticket: Ticket, draft: MessageDraft): { ticket: Ticket; message: Message } {
  const seq = ticket.lastSeq + 1
  const { id, at, direction, kind, body } = draft
  const message: Message = {
    id,
    ticketNumber: ticket.number,
    inboxId: ticket.inboxId,
    contactId: ticket.contactId,
    seq,
    direction,
    kind,
    body,
    authorId: draft.authorId ?? null,
    at,
    purpose: draft.purpose ?? null,
    keyword: draft.keyword ?? null,
    delivery: draft.delivery ?? null,
    idempotencyKey: draft.idempotencyKey ?? null,
    resendOf: draft.resendOf ?? null,
    settledAt: null,
    settledBy: null,
    placement: draft.placement ?? null,
    arrival: draft.arrival ?? null,
    reaction: null,
  }
  return { message, ticket: shownWith({ ...ticket, lastSeq: seq }, message) }
}

/**
 * Notes neither bump a ticket nor mark it unread. An automatic text does not hide what the customer wrote: lists show what
 * people said.
 */
function shownWith(ticket: Ticket, message: Message): Ticket {
  if (message.kind === 'note') return ticket
  if (message.kind === 'auto') return { ...ticket, updatedAt: message.at }
  const lastInboundSeq = message.direction === 'in' ? message.seq : ticket.lastInboundSeq
  return { ...ticket, lastInboundSeq, lastMessage: lastMessageOf(message), updatedAt: message.at }
}

export function lastMessageOf({ direction, body, at }: Message): LastMessage {
  return { direction, kind: 'sms', preview: preview(body), at }
}

export interface ActivityDraft {
  readonly id: string
  readonly at: number
  readonly what: ActivityKind
  readonly actorId?: string
  readonly detail?: string
}

/** The line at the end of the ticket's timeline, and the ticket as it is with it. */
export function withActivity(ticket: Ticket, draft: ActivityDraft): { ticket: Ticket; activity: Activity } {
  const seq = ticket.lastSeq + 1
  const { id, at, what } = draft
  const activity = {
    id,
    ticketNumber: ticket.number,
    seq,
    at,
    what,
    actorId: draft.actorId ?? null,
    detail: draft.detail ?? null,
  }
  return { activity, ticket: { ...ticket, lastSeq: seq } }
}
