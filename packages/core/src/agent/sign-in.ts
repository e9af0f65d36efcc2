import { DomainError } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { PasswordHasher } from '../ports/password-hasher.ts'
import type { Secrets } from '../ports/secrets.ts'
import type { Desk, UnitOfWork } from '../ports/unit-of-work.ts'
import { type Agent, normaliseEmail } from './agent.ts'
import { newSession } from './session.ts'
import { countAttempt, type SignInKeys, signInKeys } from './sign-in-delay.ts'

interface Deps {
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly secrets: Secrets
  readonly passwordHasher: PasswordHasher
}

export interface SignInInput {
  readonly email: string
  readonly password: string
  /** Where the request came from; guesses are slowed down per address too. */
  readonly networkAddress: string
  /** The session the browser had until now: it ends, so that a token is never carried over a sign-in. */
  readonly previousToken: string | null
}

export class SignIn {
  readonly #deps: Deps
  #decoy: Promise<string> | null = null

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async execute({
    email,
    password,
    networkAddress,
    previousToken,
  }: SignInInput): Promise<{ token: string; agent: Agent }> {
    const { unitOfWork, clock } = this.#deps
    const account = normaliseEmail(email)
    const keys = signInKeys(account, networkAddress)
    const known = await unitOfWork.run(async (desk) => {
      await countAttempt(desk.signInFailures, keys, clock.now())
      return desk.agents.findByEmail(account)
    })
    const agent = await this.#verified(known, password)
    return { token: await this.#openSession(agent, keys, previousToken), agent }
  }

  /** Takes as long for an e-mail nobody has as for a wrong password: the time must not tell who works here. */
  async #verified(agent: Agent | null, password: string): Promise<Agent> {
    const { passwordHasher, secrets } = this.#deps
    this.#decoy ??= passwordHasher.hash(secrets.token())
    const hash = agent?.passwordHash ?? (await this.#decoy)
    const matches = await passwordHasher.verify(hash, password)
    if (!matches || !agent || hash !== agent.passwordHash || agent.disabledAt !== null) throw refused()
    return agent
  }

  async #openSession(verified: Agent, keys: SignInKeys, previousToken: string | null): Promise<string> {
    const { unitOfWork, clock, secrets } = this.#deps
    const token = secrets.token()
    const session = newSession(secrets.digest(token), verified.id, clock.now())
    await unitOfWork.run(async (desk) => {
      await requireUnchanged(desk, verified)
      await desk.signInFailures.clear(keys.account)
      await desk.signInFailures.clear(keys.address)
      if (previousToken !== null) await desk.sessions.remove(secrets.digest(previousToken))
      await desk.sessions.add(session)
      await desk.audit.append({
        at: session.createdAt,
        actorId: verified.id,
        what: 'agent.signed-in',
        subjectId: verified.id,
      })
    })
    return token
  }
}

/** Hashing takes a while, and in that while an agent can be disabled or get another password. */
async function requireUnchanged(desk: Desk, verified: Agent): Promise<void> {
  const agent = await desk.agents.find(verified.id)
  if (!agent || agent.disabledAt !== null || agent.passwordHash !== verified.passwordHash) throw refused()
}

function refused(): DomainError {
  return new DomainError('sign-in-refused', 'E-mail and password do not match an account of this desk.')
}
