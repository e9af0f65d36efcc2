import type { Agent } from '../../domain/agent/agent.ts'
import { RESET_MS } from '../../domain/agent/invite.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Secrets } from '../../ports/platform/secrets.ts'
import type { Desk, UnitOfWork } from '../../ports/unit-of-work.ts'
import { findByAnyEmail } from './email.ts'

interface Deps {
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly secrets: Secrets
}

/** From the command line of the machine: the old password and every session end, a one-time link takes their place. */
export class ResetPassword {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async execute({ email }: { email: string }): Promise<{ token: string; expiresAt: number }> {
    const { unitOfWork, clock, secrets } = this.#deps
    const token = secrets.token()
    const now = clock.now()
    const expiresAt = now + RESET_MS
    await unitOfWork.run(async (desk) => {
      const agent = await findEnabled(desk, email)
      await desk.agents.save({ ...agent, passwordHash: null })
      await desk.sessions.removeForAgent(agent.id, null)
      await desk.knownPlaces.removeForAgent(agent.id, null)
      await desk.invites.removeForAgent(agent.id)
      await desk.invites.add({ tokenDigest: secrets.digest(token), agentId: agent.id, createdAt: now, expiresAt })
      await desk.audit.append({ at: now, actorId: null, what: 'agent.password-reset', subjectId: agent.id })
      desk.changes.record({ kind: 'agent', agentId: agent.id })
    })
    return { token, expiresAt }
  }
}

async function findEnabled(desk: Pick<Desk, 'agents'>, email: string): Promise<Agent> {
  const agent = await findByAnyEmail(desk.agents, email)
  if (!agent) throw new DomainError('not-found', 'Nobody at this desk has that e-mail address.')
  if (agent.disabledAt !== null) {
    throw new DomainError('not-allowed', 'This agent is disabled. An owner can enable them under Settings > Agents.')
  }
  return agent
}
