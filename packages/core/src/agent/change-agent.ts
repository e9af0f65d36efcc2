import { DomainError } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { Desk, UnitOfWork } from '../ports/unit-of-work.ts'
import { requireName } from '../require-shown.ts'
import { type Agent, isActiveOwner, type Role } from './agent.ts'
import { requireOwner } from './require-owner.ts'

interface Deps {
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
}

export interface ChangeAgentInput {
  /** The owner who asks. */
  readonly agentId: string
  /** Whom it is about. */
  readonly subjectId: string
  readonly name?: string
  readonly role?: Role
  readonly disabled?: boolean
}

/** Renames, promotes, demotes, disables or enables an agent. Disabling ends their sessions. */
export class ChangeAgent {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async execute(input: ChangeAgentInput): Promise<Agent> {
    const now = this.#deps.clock.now()
    return this.#deps.unitOfWork.run(async (desk) => {
      await requireOwner(desk, input.agentId)
      const before = await desk.agents.find(input.subjectId)
      if (!before) throw new DomainError('not-found', "This agent isn't here.")
      const after = changed(before, input, now)
      await requireOwnerLeft(desk, before, after)
      await desk.agents.save(after)
      if (after.disabledAt !== null) await shutOut(desk, after.id)
      for (const what of differences(before, after)) {
        await desk.audit.append({ at: now, actorId: input.agentId, what, subjectId: after.id })
      }
      desk.changes.record({ kind: 'agent', agentId: after.id })
      return after
    })
  }
}

function changed(agent: Agent, { name, role, disabled }: ChangeAgentInput, now: number): Agent {
  const disabledAt = disabled ? (agent.disabledAt ?? now) : null
  return {
    ...agent,
    name: name === undefined ? agent.name : requireName(name),
    role: role ?? agent.role,
    disabledAt: disabled === undefined ? agent.disabledAt : disabledAt,
  }
}

async function requireOwnerLeft(desk: Desk, before: Agent, after: Agent): Promise<void> {
  if (!isActiveOwner(before) || isActiveOwner(after)) return
  const others = (await desk.agents.list()).filter((agent) => agent.id !== after.id)
  if (!others.some(isActiveOwner)) {
    throw new DomainError('last-owner', 'The desk needs an owner. Make somebody else an owner first.')
  }
}

async function shutOut(desk: Desk, agentId: string): Promise<void> {
  await desk.sessions.removeForAgent(agentId, null)
  await desk.invites.removeForAgent(agentId)
}

function differences(before: Agent, after: Agent): string[] {
  const found: string[] = []
  if (before.name !== after.name) found.push('agent.renamed')
  if (before.role !== after.role) found.push(after.role === 'owner' ? 'agent.promoted' : 'agent.demoted')
  if (before.disabledAt === null && after.disabledAt !== null) found.push('agent.disabled')
  if (before.disabledAt !== null && after.disabledAt === null) found.push('agent.enabled')
  return found
}
