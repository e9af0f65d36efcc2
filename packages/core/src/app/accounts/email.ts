import type { Agent } from '../../domain/agent/agent.ts'
import { DomainError } from '../../domain/errors.ts'
import type { AgentRepository } from '../../ports/repositories/agent-repository.ts'

/** Control and format characters: an address with one looks like another that has none. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/u

/** The one form of an address: composed (Unicode NFC), lower case, without blanks around it. */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase().normalize('NFC')
}

/** For an address that is to be kept. @throws DomainError `invalid-input` */
export function requireEmail(email: string): string {
  const normal = normaliseEmail(email)
  if (INVISIBLE.test(normal))
    throw new DomainError('invalid-input', 'This e-mail address has an invisible character in it. Type it by hand.')
  return normal
}

/** Versions before this one kept an address as it was typed, but for case and blanks around it. */
export async function findByAnyEmail(agents: AgentRepository, email: string): Promise<Agent | null> {
  const normal = normaliseEmail(email)
  for (const form of new Set([normal, email.trim().toLowerCase(), normal.normalize('NFD')])) {
    const agent = await agents.findByEmail(form)
    if (agent !== null) return agent
  }
  return null
}
