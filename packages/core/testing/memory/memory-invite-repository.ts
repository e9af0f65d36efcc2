import type { Invite } from '../../src/domain/agent/invite.ts'
import type { InviteRepository } from '../../src/ports/repositories/invite-repository.ts'
import type { MemoryTables } from './memory-tables.ts'

export class MemoryInviteRepository implements InviteRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async findByDigest(tokenDigest: string): Promise<Invite | null> {
    return this.#tables.invites.get(tokenDigest)
  }

  async add(invite: Invite): Promise<void> {
    this.#tables.invites.put(invite.tokenDigest, invite)
  }

  async removeForAgent(agentId: string): Promise<void> {
    this.#tables.invites.removeWhere((invite) => invite.agentId === agentId)
  }
}
