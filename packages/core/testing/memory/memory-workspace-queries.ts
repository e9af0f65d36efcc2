import type { CannedReply } from '../../src/domain/canned-reply/canned-reply.ts'
import type { Draft } from '../../src/domain/ticket/draft.ts'
import { tagKey } from '../../src/domain/ticket/tag.ts'
import type { TagUse, WorkspaceQueries } from '../../src/ports/queries/workspace-queries.ts'
import type { MemoryStore } from './memory-store.ts'

export class MemoryWorkspaceQueries implements WorkspaceQueries {
  readonly #store: MemoryStore

  constructor(store: MemoryStore) {
    this.#store = store
  }

  async listTags(limit: number): Promise<TagUse[]> {
    const uses = new Map<string, TagUse>()
    for (const tag of this.#store.committed.tickets.all().flatMap(({ tags }) => tags)) {
      const known = uses.get(tagKey(tag))
      uses.set(tagKey(tag), { tag: known?.tag ?? tag, tickets: (known?.tickets ?? 0) + 1 })
    }
    const byUse = [...uses].sort(([keyA, a], [keyB, b]) => b.tickets - a.tickets || (keyA < keyB ? -1 : 1))
    return byUse.slice(0, limit).map(([, use]) => ({ ...use, tickets: Math.min(use.tickets, 1_000) }))
  }

  async listCannedReplies(): Promise<CannedReply[]> {
    return this.#store.committed.cannedReplies.all().sort((a, b) => (a.shortcut < b.shortcut ? -1 : 1))
  }

  async listDrafts(agentId: string, ticketNumber: number | null, limit: number): Promise<Draft[]> {
    const own = this.#store.committed.drafts.where(
      (draft) => draft.agentId === agentId && (ticketNumber === null || draft.ticketNumber === ticketNumber),
    )
    return own.sort((a, b) => b.updatedAt - a.updatedAt).slice(0, limit)
  }
}
