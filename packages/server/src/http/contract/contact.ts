import { Type } from 'typebox'
import { Body, Moment, Nullable } from './common.ts'

export const Contact = Type.Object({
  id: Type.String(),
  kind: Type.Union([Type.Literal('phone'), Type.Literal('short-code'), Type.Literal('name')]),
  address: Type.String(),
  name: Nullable(Type.String()),
  blockedAt: Nullable(Moment),
  optOuts: Type.Array(Type.Object({ inboxId: Type.String(), at: Moment, source: Type.String() })),
  createdAt: Moment,
})
export type Contact = Type.Static<typeof Contact>

export const ChangeContactBody = Body({ name: Nullable(Type.String({ maxLength: 80 })) })
/** Which inbox the opt-out is for; all of them when absent. */
export const OptOutBody = Body({ inboxId: Type.Optional(Type.String({ maxLength: 64 })) })
