import type { Agent } from '../../domain/agent/agent.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Secrets } from '../../ports/platform/secrets.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { inviteeOf } from './invitee-of.ts'

interface Deps {
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly secrets: Secrets
}

/** Whom a link invites, before they choose a password. */
export class ReadInvite {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async execute({ token }: { token: string }): Promise<Agent> {
    const { unitOfWork, clock, secrets } = this.#deps
    return unitOfWork.run((desk) => inviteeOf(desk, secrets.digest(token), clock.now()))
  }
}
