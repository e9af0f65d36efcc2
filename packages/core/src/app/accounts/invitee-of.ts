import type { Agent } from '../../domain/agent/agent.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Desk } from '../../ports/unit-of-work.ts'

/** Whom the link is for. @throws DomainError `invite-invalid`, which does not tell used, expired and invented links apart. */
export async function inviteeOf(
  desk: Pick<Desk, 'agents' | 'invites'>,
  tokenDigest: string,
  now: number,
): Promise<Agent> {
  const invite = await desk.invites.findByDigest(tokenDigest)
  const agent = invite && now < invite.expiresAt ? await desk.agents.find(invite.agentId) : null
  if (!agent || agent.disabledAt !== null) {
    throw new DomainError('invite-invalid', 'This link has been used or has expired. Ask an owner for a new one.')
  }
  return agent
}
