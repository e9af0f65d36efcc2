import { Type } from 'typebox'
import { Body, Moment, Nullable, PageQuery } from './common.ts'
import { TimelineItem } from './message.ts'
import { TicketSummary } from './ticket.ts'

export const Contact = Type.Object({
  id: Type.String(),
  kind: Type.Union([Type.Literal('phone'), Type.Literal('short-code'), Type.Literal('name')]),
  address: Type.String(),
  name: Nullable(Type.String()),
  /** What agents should know about them. */
  note: Nullable(Type.String()),
  blockedAt: Nullable(Moment),
  optOuts: Type.Array(Type.Object({ inboxId: Type.String(), at: Moment, source: Type.String() })),
  createdAt: Moment,
})
export type Contact = Type.Static<typeof Contact>

export const ChangeContactBody = Body({
  name: Type.Optional(Nullable(Type.String({ maxLength: 80 }))),
  note: Type.Optional(Nullable(Type.String({ maxLength: 4000 }))),
})
/** Which inbox the opt-out is for; all of them when absent. */
export const OptOutBody = Body({ inboxId: Type.Optional(Type.String({ maxLength: 64 })) })

export const ContactTicketsQuery = Type.Object(PageQuery, { additionalProperties: false })

export const ContactExportQuery = Type.Object(
  { format: Type.Optional(Type.Union([Type.Literal('json'), Type.Literal('csv')])) },
  { additionalProperties: false },
)
/** Everything the desk knows about a contact. */
export const ContactExport = Type.Object({
  exportedAt: Moment,
  contact: Contact,
  /** Texts that became marks on messages, as they came. */
  reactions: Type.Array(
    Type.Object({
      ticketNumber: Type.Integer(),
      messageId: Type.String(),
      at: Moment,
      emoji: Type.String(),
      /** It takes the reaction back. */
      removes: Type.Boolean(),
      body: Type.String(),
    }),
  ),
  tickets: Type.Array(Type.Object({ ticket: TicketSummary, timeline: Type.Array(TimelineItem) })),
})
export type ContactExport = Type.Static<typeof ContactExport>
