import type { Agent } from '../../domain/agent/agent.ts'
import { INVITE_MS, RESET_MS } from '../../domain/agent/invite.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Secrets } from '../../ports/platform/secrets.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { requireOwner } from '../shared/require-owner.ts'

interface Deps {
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly secrets: Secrets
}

export interface MakeAgentLinkInput {
  /** The owner who asks. */
  readonly agentId: string
  /** Whom the link is for. */
  readonly subjectId: string
}

/**
 * A new one-time link to choose a password, in place of any before. Until it is used, the password and the sessions that are
 * there go on: a link made by mistake throws nobody out.
 */
export class MakeAgentLink {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** @throws DomainError `not-allowed`, `not-found` */
  async execute({
    agentId,
    subjectId,
  }: MakeAgentLinkInput): Promise<{ agent: Agent; token: string; expiresAt: number }> {
    const { unitOfWork, clock, secrets } = this.#deps
    const token = secrets.token()
    const now = clock.now()
    return unitOfWork.run(async (desk) => {
      await requireOwner(desk, agentId)
      const agent = await desk.agents.find(subjectId)
      if (!agent) throw new DomainError('not-found', "This agent isn't here.")
      if (agent.disabledAt !== null) throw new DomainError('not-allowed', 'This agent is disabled. Enable them first.')
      const expiresAt = now + (agent.passwordHash === null ? INVITE_MS : RESET_MS)
      await desk.invites.removeForAgent(agent.id)
      await desk.invites.add({ tokenDigest: secrets.digest(token), agentId: agent.id, createdAt: now, expiresAt })
      await desk.audit.append({ at: now, actorId: agentId, what: 'agent.link-made', subjectId: agent.id })
      return { agent, token, expiresAt }
    })
  }
}
