import { isActiveOwner } from '../../domain/agent/agent.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Desk } from '../../ports/unit-of-work.ts'

/** @throws DomainError `not-allowed` */
export async function requireOwner(desk: Pick<Desk, 'agents'>, agentId: string): Promise<void> {
  const agent = await desk.agents.find(agentId)
  if (!agent || !isActiveOwner(agent)) throw new DomainError('not-allowed', 'Only an owner of the desk can do that.')
}
