import type { Invite } from '../../domain/agent/invite.ts'

export interface InviteRepository {
  findByDigest(tokenDigest: string): Promise<Invite | null>
  add(invite: Invite): Promise<void>
  /** Removes every invite of the agent: an invite is used once, and a newer one replaces it. */
  removeForAgent(agentId: string): Promise<void>
}
