import type { Agent } from '../../domain/agent/agent.ts'
import { DomainError } from '../../domain/errors.ts'
import type { PasswordJudge } from '../../ports/platform/password-judge.ts'

const PRODUCT = 'textdesk'

/**
 * NIST SP 800-63B, 3.1.1.2: a password that is commonly used, expected or known of the person is refused, with the reason; no
 * rules of composition. @throws DomainError `password-weak`
 */
export async function requireStrongPassword(
  judge: PasswordJudge,
  password: string,
  { name, email }: Pick<Agent, 'name' | 'email'>,
): Promise<void> {
  const [mailbox = ''] = email.split('@')
  const personal = [email, mailbox, name, ...name.split(/\s+/), PRODUCT].filter((word) => word !== '')
  const weakness = await judge.weaknessOf(password, personal)
  if (weakness === null) return
  throw new DomainError('password-weak', `This password would soon be guessed. ${weakness} ${ADVICE}`)
}

const ADVICE = 'Choose three or four words that nobody else would put together.'
