import type { Agent } from '../../domain/agent/agent.ts'
import { isSessionAlive, SESSION_TOUCH_MS, type Session } from '../../domain/agent/session.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Secrets } from '../../ports/platform/secrets.ts'
import type { DeskQueries } from '../../ports/queries/desk-queries.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'

interface Deps {
  readonly deskQueries: DeskQueries
  readonly unitOfWork: UnitOfWork
  readonly secrets: Secrets
  readonly clock: Clock
}

/** Who a session token belongs to; null when it opens nothing (any more). */
export class Authenticate {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** `touch`: somebody is there, so that the session does not go idle. A stream that stays open by itself is nobody. */
  async execute({
    token,
    touch,
  }: {
    token: string
    touch: boolean
  }): Promise<{ agent: Agent; session: Session } | null> {
    const { deskQueries, secrets, clock } = this.#deps
    const found = await deskQueries.findSession(secrets.digest(token))
    const now = clock.now()
    if (!found || found.agent.disabledAt !== null || !isSessionAlive(found.session, now)) return null
    if (touch && now - found.session.lastSeenAt >= SESSION_TOUCH_MS) await this.#touch(found.session.tokenDigest, now)
    return found
  }

  async #touch(tokenDigest: string, now: number): Promise<void> {
    try {
      await this.#deps.unitOfWork.run(async (desk) => {
        const session = await desk.sessions.find(tokenDigest)
        if (session && isSessionAlive(session, now)) await desk.sessions.save({ ...session, lastSeenAt: now })
      })
    } catch (error) {
      // With a full disk an agent can still read: not having noted the visit is no reason to turn them away.
      if (!(error instanceof DomainError) || error.code !== 'storage-unavailable') throw error
    }
  }
}
