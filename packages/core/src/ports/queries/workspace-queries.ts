import type { CannedReply } from '../../domain/canned-reply/canned-reply.ts'
import type { Draft } from '../../domain/ticket/draft.ts'

export interface TagUse {
  readonly tag: string
  /** Tickets that have it. The count stops at 1,000. */
  readonly tickets: number
}

/** What agents have at hand while they write. Reads see committed work only. */
export interface WorkspaceQueries {
  /** Most used first, then by the alphabet. */
  listTags(limit: number): Promise<TagUse[]>
  /** By shortcut. */
  listCannedReplies(): Promise<CannedReply[]>
  /** The agent's own, newest first; of one ticket, or of all when null. */
  listDrafts(agentId: string, ticketNumber: number | null, limit: number): Promise<Draft[]>
}
