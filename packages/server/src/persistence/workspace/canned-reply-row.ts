import type { CannedReply } from '@textdesk/core'
import type { Selectable } from 'kysely'
import type { DeskSchema } from '../schema.ts'

export type CannedReplyRecord = Selectable<DeskSchema['canned_replies']>

export const cannedReplyFields = [
  'id',
  'shortcut',
  'title',
  'body',
  'created_at',
  'updated_at',
] as const satisfies ReadonlyArray<keyof CannedReplyRecord>

export function toCannedReply({ created_at, updated_at, ...row }: CannedReplyRecord): CannedReply {
  return { ...row, createdAt: created_at, updatedAt: updated_at }
}

export function fromCannedReply({ createdAt, updatedAt, ...reply }: CannedReply): CannedReplyRecord {
  return { ...reply, created_at: createdAt, updated_at: updatedAt }
}
