import type { Session } from '../../src/agent/session.ts'
import type { SessionRepository } from '../../src/ports/session-repository.ts'
import type { MemoryTables } from './memory-tables.ts'

export class MemorySessionRepository implements SessionRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async find(tokenDigest: string): Promise<Session | null> {
    return this.#tables.sessions.get(tokenDigest)
  }

  async add(session: Session): Promise<void> {
    this.#tables.sessions.put(session.tokenDigest, session)
  }

  async save(session: Session): Promise<void> {
    this.#tables.sessions.replace(session.tokenDigest, session)
  }

  async remove(tokenDigest: string): Promise<void> {
    this.#tables.sessions.remove(tokenDigest)
  }

  async removeForAgent(agentId: string, exceptDigest: string | null): Promise<void> {
    this.#tables.sessions.removeWhere((session) => session.agentId === agentId && session.tokenDigest !== exceptDigest)
  }
}
