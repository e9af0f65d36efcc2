import { Type } from 'typebox'
import { Body, Moment } from './common.ts'

export const PhoneParams = Type.Object({ number: Type.String({ pattern: '^\\+[0-9]{6,15}$' }) })

export const PhoneMessage = Type.Object({
  id: Type.String(),
  direction: Type.Union([Type.Literal('from-phone'), Type.Literal('to-phone')]),
  body: Type.String(),
  at: Moment,
})
export type PhoneMessage = Type.Static<typeof PhoneMessage>

export const PhoneMessages = Type.Object({
  /** The desk's number that the phone writes to. */
  inboxNumber: Type.String(),
  items: Type.Array(PhoneMessage),
})
export type PhoneMessages = Type.Static<typeof PhoneMessages>

export const PhoneTextBody = Body({ body: Type.String({ maxLength: 4000 }) })
