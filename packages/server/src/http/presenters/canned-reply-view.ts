import type { CannedReply } from '@textdesk/core'
import type * as contract from '../contract/canned-reply.ts'
import { toIso } from './moment.ts'

export function cannedReplyView({ createdAt, updatedAt, ...reply }: CannedReply): contract.CannedReply {
  return { ...reply, createdAt: toIso(createdAt), updatedAt: toIso(updatedAt) }
}
