import { type Agent, hasNeverJoined, isActiveOwner, type Role } from '../../domain/agent/agent.ts'
import { DomainError } from '../../domain/errors.ts'
import { requireName } from '../../domain/require-shown.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { Desk, UnitOfWork } from '../../ports/unit-of-work.ts'
import { requireActive } from '../shared/require-active.ts'
import { requireOwner } from '../shared/require-owner.ts'
import { handOver, MAX_HANDED_OVER } from './hand-over.ts'

interface Deps {
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly ids: Ids
}

export interface ChangeAgentInput {
  /** The owner who asks. */
  readonly agentId: string
  /** Whom it is about. */
  readonly subjectId: string
  readonly name?: string
  readonly role?: Role
  readonly disabled?: boolean
  /** With `disabled: true`: who gets the tickets of theirs that are not closed. Null, or left out, for nobody. */
  readonly ticketsTo?: string | null
}

/**
 * Renames, promotes, demotes, disables or enables an agent. Disabling ends their sessions and hands their tickets over; it
 * cancels the invite of whoever has never joined.
 */
export class ChangeAgent {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /**
   * They are out when the first unit of work is done; where they had many tickets, more of these follow.
   * @throws DomainError `not-allowed`, `not-found`, `last-owner`, `invalid-input`
   */
  async execute(input: ChangeAgentInput): Promise<Agent> {
    const now = this.#deps.clock.now()
    const first = await this.#deps.unitOfWork.run(async (desk) => ({
      agent: await change(desk, input, now),
      handedOver: await this.#handOver(desk, input, now),
    }))
    let { handedOver } = first
    while (handedOver === MAX_HANDED_OVER) {
      handedOver = await this.#deps.unitOfWork.run((desk) => this.#handOver(desk, input, now))
    }
    return first.agent
  }

  async #handOver(desk: Desk, { agentId, subjectId, disabled, ticketsTo: to = null }: ChangeAgentInput, at: number) {
    if (!disabled) return 0
    const tickets = await desk.tickets.findAssigned(subjectId, MAX_HANDED_OVER)
    await handOver(desk, tickets, { to, actorId: agentId, at, ids: this.#deps.ids })
    return tickets.length
  }
}

async function change(desk: Desk, input: ChangeAgentInput, now: number): Promise<Agent> {
  await requireOwner(desk, input.agentId)
  await requireSuccessor(desk, input)
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
}

async function requireSuccessor(
  desk: Pick<Desk, 'agents'>,
  { subjectId, disabled, ticketsTo }: ChangeAgentInput,
): Promise<void> {
  if (ticketsTo === undefined || ticketsTo === null) return
  if (disabled && ticketsTo !== subjectId) return requireActive(desk, ticketsTo)
  const problem = 'Tickets go to somebody else, and only when their agent is disabled. Choose a colleague, or nobody.'
  throw new DomainError('invalid-input', problem, { field: 'ticketsTo' })
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

async function requireOwnerLeft(desk: Pick<Desk, 'agents'>, before: Agent, after: Agent): Promise<void> {
  if (!isActiveOwner(before) || isActiveOwner(after)) return
  const others = (await desk.agents.list()).filter((agent) => agent.id !== after.id)
  if (!others.some(isActiveOwner)) {
    throw new DomainError('last-owner', 'The desk needs an owner. Make somebody else an owner first.')
  }
}

async function shutOut(desk: Pick<Desk, 'invites' | 'knownPlaces' | 'sessions'>, agentId: string): Promise<void> {
  await desk.sessions.removeForAgent(agentId, null)
  await desk.knownPlaces.removeForAgent(agentId, null)
  await desk.invites.removeForAgent(agentId)
}

function differences(before: Agent, after: Agent): string[] {
  const found: string[] = []
  if (before.name !== after.name) found.push('agent.renamed')
  if (before.role !== after.role) found.push(after.role === 'owner' ? 'agent.promoted' : 'agent.demoted')
  if (before.disabledAt === null && after.disabledAt !== null) {
    found.push(hasNeverJoined(after) ? 'invite.cancelled' : 'agent.disabled')
  }
  if (before.disabledAt !== null && after.disabledAt === null) found.push('agent.enabled')
  return found
}
