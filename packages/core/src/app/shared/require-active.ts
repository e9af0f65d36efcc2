import { DomainError } from '../../domain/errors.ts'
import type { Desk } from '../../ports/unit-of-work.ts'

/** @throws DomainError `not-found` for an agent who isn't on the desk, or was disabled. */
export async function requireActive(desk: Pick<Desk, 'agents'>, agentId: string): Promise<void> {
  if (await isActive(desk, agentId)) return
  throw new DomainError('not-found', 'This agent is not on the desk any more.')
}

export async function isActive(desk: Pick<Desk, 'agents'>, agentId: string): Promise<boolean> {
  const agent = await desk.agents.find(agentId)
  return agent !== null && agent.disabledAt === null
}
