import { Type } from 'typebox'
import { Body, Moment } from './common.ts'

export const DraftMode = Type.Union([Type.Literal('reply'), Type.Literal('note')])

/** What the agent who asks has begun to write. */
export const Draft = Type.Object({
  ticketNumber: Type.Integer(),
  mode: DraftMode,
  body: Type.String(),
  updatedAt: Moment,
})
export type Draft = Type.Static<typeof Draft>

export const DraftList = Type.Object({ items: Type.Array(Draft) })
export type DraftList = Type.Static<typeof DraftList>

/** A blank body leaves no draft. */
export const DraftBody = Body({ mode: DraftMode, body: Type.String({ maxLength: 10_000 }) })
/** Both modes when absent. */
export const DiscardDraftQuery = Type.Object({ mode: Type.Optional(DraftMode) }, { additionalProperties: false })
