import { Type } from 'typebox'
import { Moment } from './common.ts'

export const IncidentKind = Type.Union([
  Type.Literal('silence'),
  Type.Literal('webhooks-refused'),
  Type.Literal('number-paused'),
  Type.Literal('few-delivered'),
  Type.Literal('disk-nearly-full'),
])

/** Something is wrong with the desk as a whole. */
export const Alert = Type.Object({ id: Type.String(), kind: IncidentKind, sentence: Type.String(), since: Moment })
export type Alert = Type.Static<typeof Alert>

export const AlertList = Type.Object({ items: Type.Array(Alert) })
export type AlertList = Type.Static<typeof AlertList>
