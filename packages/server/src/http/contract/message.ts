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
  /** Failed, or uncertain for 10 minutes, and nobody has settled it. */
  needsAgent: Type.Boolean(),
})
export type Delivery = Type.Static<typeof Delivery>

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
})
export type Message = Type.Static<typeof Message>

export const Activity = Type.Object({
  type: Type.Literal('activity'),
  id: Type.String(),
  seq: Type.Integer(),
  at: Moment,
  actor: Nullable(AgentRef),
  /** One of: conversation-started, closed, reopened, reopened-by-text, assigned, unassigned, snoozed, woken, confirmation-withheld, opted-out, opted-in, blocked, unblocked, reply-undone, resent, arrival-confirmed. */
  what: Type.String(),
  /** `confirmation-withheld`: why. `snoozed`: until when. `woken`: `time` or `text`; null when the actor did it. */
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
