import type { Session } from '../agent/session.ts'

export interface SessionRepository {
  find(tokenDigest: string): Promise<Session | null>
  add(session: Session): Promise<void>
  save(session: Session): Promise<void>
  remove(tokenDigest: string): Promise<void>
  /** Ends every session of the agent, except the one given. */
  removeForAgent(agentId: string, exceptDigest: string | null): Promise<void>
}
