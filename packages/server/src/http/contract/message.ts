import { Type } from 'typebox'
import { AgentRef } from './agent.ts'
import { Body, ListOf, Moment, Nullable } from './common.ts'

export const DeliveryState = Type.Union([
  Type.Literal('scheduled'),
  Type.Literal('queued'),
  Type.Literal('sending'),
  Type.Literal('uncertain'),
  Type.Literal('accepted'),
  Type.Literal('sent'),
  Type.Literal('buffered'),
  Type.Literal('delivered'),
  Type.Literal('failed'),
  Type.Literal('expired'),
  Type.Literal('cancelled'),
])
export type DeliveryState = Type.Static<typeof DeliveryState>

export const Delivery = Type.Object({
  state: DeliveryState,
  /** A code, e.g. "unknown-subscriber"; null while nothing went wrong. */
  reason: Nullable(Type.String()),
  segments: Type.Integer(),
  attempts: Type.Integer(),
  /** When a held or waiting message leaves. */
  dueAt: Nullable(Moment),
  /** A person's text that failed, expired or is uncertain for 10 minutes, and that nobody has settled. */
  needsAgent: Type.Boolean(),
})
export type Delivery = Type.Static<typeof Delivery>

/** Why a text from the customer stands in its ticket. */
export const Placement = Type.Object({
  reason: Type.Union([
    Type.Literal('first-text'),
    Type.Literal('open-ticket'),
    Type.Literal('woke-ticket'),
    Type.Literal('reopened'),
    Type.Literal('thanks'),
    Type.Literal('after-thanks'),
    Type.Literal('window-over'),
    Type.Literal('never-reopens'),
    Type.Literal('keyword'),
    Type.Literal('blocked'),
    Type.Literal('moved'),
    Type.Literal('merged'),
  ]),
  /** Another ticket: the one closed last (window-over, never-reopens), or where the text was before (moved, merged). */
  ticket: Nullable(Type.Integer()),
  /** When that ticket was closed; when this one was opened (open-ticket), was to wake (woke-ticket) or had been closed (reopened, thanks, after-thanks); when it was moved or merged. */
  at: Nullable(Moment),
  /** The inbox's reopen window, where it decided. */
  reopenHours: Nullable(Type.Integer()),
})
export type Placement = Type.Static<typeof Placement>

/** What the customer's phone says of a text of ours. */
export const Reaction = Type.Object({ emoji: Type.String(), at: Moment })
export type Reaction = Type.Static<typeof Reaction>

export const Message = Type.Object({
  type: Type.Literal('message'),
  id: Type.String(),
  seq: Type.Integer(),
  direction: Type.Union([Type.Literal('in'), Type.Literal('out')]),
  kind: Type.Union([Type.Literal('sms'), Type.Literal('auto'), Type.Literal('note')]),
  body: Type.String(),
  author: Nullable(AgentRef),
  at: Moment,
  delivery: Nullable(Delivery),
  resendOf: Nullable(Type.String()),
  /** `fetched`: found in the provider's own list, since its webhook had not come. Null for what the desk wrote, and for old texts. */
  arrival: Nullable(Type.Union([Type.Literal('webhook'), Type.Literal('fetched')])),
  /** When the provider got a text from the customer, if that is known. */
  sentAt: Nullable(Moment),
  /** Null for what is no text from the customer, and for texts from before reasons were kept. */
  placement: Nullable(Placement),
  /** A phone's reactions to a text of ours: at most one, as each text has one reader. Empty for everything else. */
  reactions: Type.Array(Reaction),
})
export type Message = Type.Static<typeof Message>

export const Activity = Type.Object({
  type: Type.Literal('activity'),
  id: Type.String(),
  seq: Type.Integer(),
  at: Moment,
  actor: Nullable(AgentRef),
  /** One of: conversation-started, closed, reopened, reopened-by-text, assigned, unassigned, snoozed, woken, confirmation-withheld, opted-out, opted-in, stop-request-dismissed, blocked, unblocked, reply-undone, resent, arrival-confirmed, moved-to, moved-from, merged-from. */
  what: Type.String(),
  /** `confirmation-withheld`: why. `snoozed`: until when. `woken`: `time` or `text`; null when the actor did it. `moved-to`, `moved-from`, `merged-from`: the other ticket's number. */
  detail: Nullable(Type.String()),
  assignee: Nullable(AgentRef),
})
export type Activity = Type.Static<typeof Activity>

export const TimelineItem = Type.Union([Message, Activity])
export type TimelineItem = Type.Static<typeof TimelineItem>

/** The newest page, oldest item first; `nextCursor` leads to older ones. */
export const Timeline = ListOf(TimelineItem)
export type Timeline = Type.Static<typeof Timeline>

export const ReplyBody = Body({
  body: Type.String({ maxLength: 4000 }),
  /** The newest message the agent had on screen. */
  seenMessageId: Type.Optional(Type.String({ maxLength: 64 })),
  /** Skip the hold in which a reply can be undone. */
  sendNow: Type.Optional(Type.Boolean()),
})
export const NoteBody = Body({ body: Type.String({ maxLength: 10_000 }) })
