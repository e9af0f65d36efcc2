import type { CannedReply } from '../../domain/canned-reply/canned-reply.ts'

export interface CannedReplyRepository {
  find(id: string): Promise<CannedReply | null>
  /** False when the shortcut is taken. */
  add(reply: CannedReply): Promise<boolean>
  /** False when another one has the shortcut. */
  save(reply: CannedReply): Promise<boolean>
  remove(id: string): Promise<void>
}
