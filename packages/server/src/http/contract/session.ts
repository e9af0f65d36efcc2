import { Type } from 'typebox'
import { Moment, Nullable } from './common.ts'

export const OwnSession = Type.Object({
  id: Type.String(),
  /** What people call the browser, e.g. "Firefox on Windows"; null where it did not say. */
  label: Nullable(Type.String()),
  createdAt: Moment,
  /** Right within a minute. */
  lastSeenAt: Moment,
  /** The one that asks. */
  current: Type.Boolean(),
})
export type OwnSession = Type.Static<typeof OwnSession>

export const SessionList = Type.Object({ items: Type.Array(OwnSession) })
export type SessionList = Type.Static<typeof SessionList>
