import type { Clock } from '../../ports/platform/clock.ts'
import type { Secrets } from '../../ports/platform/secrets.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'

interface Deps {
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly secrets: Secrets
}

export class SignOut {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** Signing out twice, or with a token nobody has, is no error. */
  async execute({ token }: { token: string }): Promise<void> {
    const { unitOfWork, clock, secrets } = this.#deps
    const tokenDigest = secrets.digest(token)
    await unitOfWork.run(async (desk) => {
      const session = await desk.sessions.find(tokenDigest)
      if (!session) return
      const { agentId } = session
      await desk.sessions.remove(tokenDigest)
      await desk.audit.append({ at: clock.now(), actorId: agentId, what: 'agent.signed-out', subjectId: agentId })
      desk.changes.record({ kind: 'agent', agentId })
    })
  }
}
