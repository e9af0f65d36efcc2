import type { Session } from '../../domain/agent/session.ts'

export interface SessionRepository {
  find(tokenDigest: string): Promise<Session | null>
  /** Every one of the agent, also those that are over; the latest in use first. */
  listForAgent(agentId: string): Promise<Session[]>
  add(session: Session): Promise<void>
  save(session: Session): Promise<void>
  remove(tokenDigest: string): Promise<void>
  /** Ends every session of the agent, except the one given. */
  removeForAgent(agentId: string, exceptDigest: string | null): Promise<void>
  /** Removes what was last used, or begun, before these moments. */
  forget(before: { readonly lastSeenAt: number; readonly createdAt: number }): Promise<void>
}
