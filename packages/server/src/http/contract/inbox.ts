import { Type } from 'typebox'
import { Body, Moment, Nullable } from './common.ts'

/** Why a webhook was not taken, as a code such as "wrong-key", and what cures it, as a sentence. */
export const Refusal = Type.Object({ at: Moment, reason: Type.String(), cure: Type.String() })

export const Inbox = Type.Object({
  id: Type.String(),
  name: Type.String(),
  number: Nullable(Type.String()),
  provider: Type.Union([Type.Literal('messagebird'), Type.Literal('simulated')]),
  isDefault: Type.Boolean(),
  confirmationTemplate: Type.String(),
  reopenHours: Type.Number(),
  webhookUrl: Type.String(),
  lastTextAt: Nullable(Moment),
  /** Of any webhook: a refused one names no inbox we could trust. */
  lastRefusal: Nullable(Refusal),
  refusedCount: Type.Integer(),
})
export type Inbox = Type.Static<typeof Inbox>

export const InboxList = Type.Object({ items: Type.Array(Inbox) })
export type InboxList = Type.Static<typeof InboxList>

export const ChangeInboxBody = Body({
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' })),
  confirmationTemplate: Type.Optional(Type.String({ maxLength: 1600 })),
  reopenHours: Type.Optional(Type.Number({ minimum: 0, maximum: 8760 })),
})
