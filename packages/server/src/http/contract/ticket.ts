import { Type } from 'typebox'
import { AgentRef } from './agent.ts'
import { Body, ListOf, Moment, Nullable, NumberParams, PageQuery } from './common.ts'

export const ContactRef = Type.Object({
  id: Type.String(),
  kind: Type.Union([Type.Literal('phone'), Type.Literal('short-code'), Type.Literal('name')]),
  address: Type.String(),
  name: Nullable(Type.String()),
  blockedAt: Nullable(Moment),
  /** In the ticket's inbox. */
  optedOutAt: Nullable(Moment),
})
export type ContactRef = Type.Static<typeof ContactRef>

export const InboxRef = Type.Object({
  id: Type.String(),
  name: Type.String(),
  number: Nullable(Type.String()),
  simulated: Type.Boolean(),
})
export type InboxRef = Type.Static<typeof InboxRef>

export const TicketStatus = Type.Union([Type.Literal('open'), Type.Literal('snoozed'), Type.Literal('closed')])

/** A ticket as lists and the thread's head show it. */
export const TicketSummary = Type.Object({
  number: Type.Integer(),
  status: TicketStatus,
  contact: ContactRef,
  inbox: InboxRef,
  assignee: Nullable(AgentRef),
  unread: Type.Boolean(),
  /** It holds a message that failed or may not have arrived. */
  needsAttention: Type.Boolean(),
  waitingSince: Nullable(Moment),
  /**
   * A text that may ask for no more texts, until an agent opts the customer out or says that it was not meant so. Null where
   * there is none, and where they get no texts anyway.
   */
  stopRequest: Nullable(
    Type.Object({
      at: Moment,
      /** The last day to honour it, YYYY-MM-DD, where the inbox's number is of the US; null elsewhere. */
      honourBy: Nullable(Type.String()),
    }),
  ),
  /** Set while the status is snoozed. */
  snoozedUntil: Nullable(Moment),
  tags: Type.Array(Type.String()),
  lastMessage: Nullable(
    Type.Object({
      direction: Type.Union([Type.Literal('in'), Type.Literal('out')]),
      kind: Type.Union([Type.Literal('sms'), Type.Literal('auto')]),
      preview: Type.String(),
      at: Moment,
      /** The agent who wrote it; null for the customer's own. */
      author: Nullable(AgentRef),
    }),
  ),
  createdAt: Moment,
  updatedAt: Moment,
  closedAt: Nullable(Moment),
  /** In a list that was searched: the newest message that holds the words, and where in its body (UTF-16 offsets). */
  hit: Type.Optional(
    Type.Object({
      messageId: Type.String(),
      body: Type.String(),
      ranges: Type.Array(Type.Tuple([Type.Integer(), Type.Integer()])),
    }),
  ),
})
export type TicketSummary = Type.Static<typeof TicketSummary>

export const TicketView = Type.Union([
  Type.Literal('waiting'),
  Type.Literal('mine'),
  Type.Literal('unassigned'),
  Type.Literal('open'),
  Type.Literal('replied'),
  Type.Literal('snoozed'),
  Type.Literal('attention'),
  Type.Literal('closed'),
  Type.Literal('all'),
])
export type TicketView = Type.Static<typeof TicketView>

export const TicketListQuery = Type.Object(
  {
    view: Type.Optional(TicketView),
    q: Type.Optional(Type.String({ maxLength: 200 })),
    /** However it is spelled. */
    tag: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    ...PageQuery,
  },
  { additionalProperties: false },
)
export const TicketList = ListOf(TicketSummary)
export type TicketList = Type.Static<typeof TicketList>

/** GET /api/views: the counts beside the views; 1,000 means "1,000 or more". */
export const ViewCounts = Type.Object({
  waiting: Type.Integer(),
  unassigned: Type.Integer(),
  attention: Type.Integer(),
})
export type ViewCounts = Type.Static<typeof ViewCounts>

export const StartConversationBody = Body({
  phone: Type.String({ minLength: 1, maxLength: 40 }),
  body: Type.String({ maxLength: 4000 }),
  inboxId: Type.Optional(Type.String({ maxLength: 64 })),
})
/** Where the customer had an open ticket, `draft` is what the agent has begun to write there, with the text. */
export const StartedConversation = Type.Object({
  ...TicketSummary.properties,
  draft: Type.Optional(Type.Object({ body: Type.String() })),
})
export type StartedConversation = Type.Static<typeof StartedConversation>
export const ClosureBody = Body({ seenMessageId: Type.Optional(Type.String({ maxLength: 64 })) })
export const AssigneeBody = Body({ agentId: Nullable(Type.String({ maxLength: 64 })) })
export const ReadBody = Body({ messageId: Type.String({ maxLength: 64 }) })
export const MergeBody = Body({ into: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) })
/** Which ticket it is in now. */
export const TicketNumber = Type.Object({ number: Type.Integer() })
export type TicketNumber = Type.Static<typeof TicketNumber>
/** The key that its Undo-Key header gave what was done. */
export const ActionParams = Type.Object({
  ...NumberParams.properties,
  key: Type.String({ minLength: 1, maxLength: 64 }),
})
/** Whether somebody changed something else of the ticket since: that stays. */
export const UndoneAction = Type.Object({ changedSince: Type.Boolean() })
export type UndoneAction = Type.Static<typeof UndoneAction>
export const SnoozeBody = Body({ until: Moment })

/** 20 at most, each of 1 to 40 characters. */
export const TagsBody = Body({ tags: Type.Array(Type.String({ maxLength: 80 }), { maxItems: 50 }) })
/** Before which of the ticket's tags it comes, counted from 0; the last without it. */
export const PlaceOfTag = Body({ place: Type.Optional(Type.Integer({ minimum: 0, maximum: 50 })) })
export const TagParams = Type.Object({ ...NumberParams.properties, tag: Type.String({ minLength: 1, maxLength: 80 }) })
/** As they are stored: trimmed, each once, in the desk's spelling. */
export const Tags = Type.Object({ tags: Type.Array(Type.String()) })
export type Tags = Type.Static<typeof Tags>

/** The tags in use, most used first; the counts stop at 1,000. */
export const TagList = Type.Object({ items: Type.Array(Type.Object({ tag: Type.String(), tickets: Type.Integer() })) })
export type TagList = Type.Static<typeof TagList>
