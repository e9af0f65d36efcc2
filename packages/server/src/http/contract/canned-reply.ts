import { Type } from 'typebox'
import { Body, Moment, Nullable } from './common.ts'

export const CannedReply = Type.Object({
  id: Type.String(),
  /** What agents type after "/" to get it. */
  shortcut: Type.String(),
  title: Nullable(Type.String()),
  /** With {{name}}, {{ticket}} and {{agent}}; the page fills them in. */
  body: Type.String(),
  createdAt: Moment,
  updatedAt: Moment,
})
export type CannedReply = Type.Static<typeof CannedReply>

export const CannedReplyList = Type.Object({ items: Type.Array(CannedReply) })
export type CannedReplyList = Type.Static<typeof CannedReplyList>

const fields = {
  shortcut: Type.String({ maxLength: 80 }),
  title: Nullable(Type.String({ maxLength: 200 })),
  body: Type.String({ maxLength: 4000 }),
}
export const AddCannedReplyBody = Body({ ...fields, title: Type.Optional(fields.title) })
export const ChangeCannedReplyBody = Body({
  shortcut: Type.Optional(fields.shortcut),
  title: Type.Optional(fields.title),
  body: Type.Optional(fields.body),
})
