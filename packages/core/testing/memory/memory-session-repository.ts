import type { Session } from '../../src/domain/agent/session.ts'
import type { SessionRepository } from '../../src/ports/repositories/session-repository.ts'
import type { MemoryTables } from './memory-tables.ts'

export class MemorySessionRepository implements SessionRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async find(tokenDigest: string): Promise<Session | null> {
    return this.#tables.sessions.get(tokenDigest)
  }

  async listForAgent(agentId: string): Promise<Session[]> {
    return sessionsOf(this.#tables, agentId)
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

  async forget(before: { lastSeenAt: number; createdAt: number }): Promise<void> {
    this.#tables.sessions.removeWhere(
      ({ lastSeenAt, createdAt }) => lastSeenAt < before.lastSeenAt || createdAt < before.createdAt,
    )
  }
}

export function sessionsOf({ sessions }: MemoryTables, agentId: string): Session[] {
  const own = sessions.where((session) => session.agentId === agentId)
  return own.sort((a, b) => b.lastSeenAt - a.lastSeenAt || (a.tokenDigest < b.tokenDigest ? -1 : 1))
}
