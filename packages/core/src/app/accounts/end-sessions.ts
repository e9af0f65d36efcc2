import { sessionIdOf } from '../../domain/agent/session.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'

interface Deps {
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
}

/** An agent ends one of their own sessions, or with `sessionId` null all of them, the one that asks included. */
export class EndSessions {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** Signed out everywhere, no browser is known any more: whoever sits at one of them is a stranger again. */
  async execute({ agentId, sessionId }: { agentId: string; sessionId: string | null }): Promise<void> {
    const at = this.#deps.clock.now()
    await this.#deps.unitOfWork.run(async (desk) => {
      if (sessionId === null) {
        await desk.sessions.removeForAgent(agentId, null)
        await desk.knownPlaces.removeForAgent(agentId, null)
      } else {
        const session = (await desk.sessions.listForAgent(agentId)).find((own) => sessionIdOf(own) === sessionId)
        if (!session) throw new DomainError('not-found', 'This session has ended already.')
        await desk.sessions.remove(session.tokenDigest)
      }
      const what = sessionId === null ? 'agent.signed-out-everywhere' : 'agent.signed-out'
      await desk.audit.append({ at, actorId: agentId, what, subjectId: agentId })
      desk.changes.record({ kind: 'agent', agentId })
    })
  }
}
