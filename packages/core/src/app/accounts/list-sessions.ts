import { isSessionAlive, type Session } from '../../domain/agent/session.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { DeskQueries } from '../../ports/queries/desk-queries.ts'

interface Deps {
  readonly deskQueries: DeskQueries
  readonly clock: Clock
}

/** Where an agent is signed in now, the latest in use first. */
export class ListSessions {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async execute({ agentId }: { agentId: string }): Promise<Session[]> {
    const now = this.#deps.clock.now()
    const sessions = await this.#deps.deskQueries.listSessions(agentId)
    return sessions.filter((session) => isSessionAlive(session, now))
  }
}
