import { type Agent, hasNeverJoined, type Role } from '../../domain/agent/agent.ts'
import { INVITE_MS } from '../../domain/agent/invite.ts'
import { DomainError } from '../../domain/errors.ts'
import { requireName } from '../../domain/require-shown.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { Secrets } from '../../ports/platform/secrets.ts'
import type { Desk, UnitOfWork } from '../../ports/unit-of-work.ts'
import { requireOwner } from '../shared/require-owner.ts'
import { findByAnyEmail, requireEmail } from './email.ts'

interface Deps {
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly ids: Ids
  readonly secrets: Secrets
}

export interface InviteAgentInput {
  readonly agentId: string
  readonly name: string
  readonly email: string
  readonly role: Role
}

/**
 * Adds an agent and makes the one-time link for them. Whoever has never joined can be invited again: the new link replaces
 * the old one.
 */
export class InviteAgent {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async execute(input: InviteAgentInput): Promise<{ agent: Agent; token: string; expiresAt: number }> {
    const { unitOfWork, clock, ids, secrets } = this.#deps
    const token = secrets.token()
    const now = clock.now()
    const newcomer = newAgent(ids.uuid(), input, now)
    const agent = await unitOfWork.run(async (desk) => {
      await requireOwner(desk, input.agentId)
      const invited = await addInvited(desk, newcomer, input.email)
      await desk.invites.removeForAgent(invited.id)
      await desk.invites.add({
        tokenDigest: secrets.digest(token),
        agentId: invited.id,
        createdAt: now,
        expiresAt: now + INVITE_MS,
      })
      await desk.audit.append({ at: now, actorId: input.agentId, what: 'agent.invited', subjectId: invited.id })
      desk.changes.record({ kind: 'agent', agentId: invited.id })
      return invited
    })
    return { agent, token, expiresAt: now + INVITE_MS }
  }
}

/** `typed`: the address as it was typed. */
async function addInvited(desk: Pick<Desk, 'agents'>, agent: Agent, typed: string): Promise<Agent> {
  const known = await findByAnyEmail(desk.agents, typed)
  if (!known && (await desk.agents.add(agent))) return agent
  if (!known || !hasNeverJoined(known)) {
    throw new DomainError('email-taken', 'Somebody at this desk uses this e-mail address already.')
  }
  const invited = { ...known, name: agent.name, role: agent.role, disabledAt: null }
  await desk.agents.save(invited)
  return invited
}

function newAgent(id: string, { name, email, role }: InviteAgentInput, now: number): Agent {
  return {
    id,
    name: requireName(name),
    email: requireEmail(email),
    role,
    passwordHash: null,
    joinedAt: null,
    disabledAt: null,
    createdAt: now,
  }
}
