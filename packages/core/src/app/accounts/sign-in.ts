import type { Agent } from '../../domain/agent/agent.ts'
import { newSession } from '../../domain/agent/session.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { PasswordHasher } from '../../ports/platform/password-hasher.ts'
import type { Secrets } from '../../ports/platform/secrets.ts'
import type { Desk, UnitOfWork } from '../../ports/unit-of-work.ts'
import { findByAnyEmail, normaliseEmail } from './email.ts'
import { isKnownAddress, isKnownDevice, notePlaces, placesOf, type Visitor } from './known-places.ts'
import { countAttempt, type FailureCount, failureCountsOf } from './sign-in-delay.ts'

interface Deps {
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly secrets: Secrets
  readonly passwordHasher: PasswordHasher
}

/** Guesses are slowed down by account, by address and by device. */
export interface SignInInput extends Visitor {
  readonly email: string
  readonly password: string
  /** The session the browser had until now: it ends, so that a token is never carried over a sign-in. */
  readonly previousToken: string | null
}

/** Somebody was let in. */
export interface Entry {
  /** Of the session. */
  readonly token: string
  /** For the browser to keep, so that it is known the next time. */
  readonly deviceToken: string
  readonly agent: Agent
}

export class SignIn {
  readonly #deps: Deps
  #decoy: Promise<string> | null = null

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async execute(input: SignInInput): Promise<Entry> {
    const account = normaliseEmail(input.email)
    const { known, counts } = await this.#deps.unitOfWork.run((desk) => this.#countAttempt(desk, account, input))
    const agent = await this.#verified(known, input.password)
    return this.#openSession(agent, counts, input)
  }

  async #countAttempt(
    desk: Pick<Desk, 'agents' | 'knownPlaces' | 'signInFailures'>,
    account: string,
    input: SignInInput,
  ): Promise<{ known: Agent | null; counts: readonly FailureCount[] }> {
    const { clock, secrets } = this.#deps
    const [now, places] = [clock.now(), placesOf(input, secrets)]
    const known = await findByAnyEmail(desk.agents, input.email)
    const counts = failureCountsOf({
      account,
      networkAddress: input.networkAddress,
      places,
      isDeviceKnown: await isKnownDevice(desk.knownPlaces, places.device, known?.id ?? null, now),
      isAddressKnown: await isKnownAddress(desk.knownPlaces, places.address, now),
    })
    await countAttempt(desk.signInFailures, counts, now)
    return { known, counts }
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

  async #openSession(verified: Agent, counts: readonly FailureCount[], input: SignInInput): Promise<Entry> {
    const { unitOfWork, clock, secrets } = this.#deps
    const [token, freshToken, at] = [secrets.token(), secrets.token(), clock.now()]
    const session = newSession(secrets.digest(token), verified.id, at, input.deviceLabel)
    const deviceToken = await unitOfWork.run(async (desk) => {
      await requireUnchanged(desk, verified)
      for (const { key } of counts) await desk.signInFailures.clear(key)
      if (input.previousToken !== null) await desk.sessions.remove(secrets.digest(input.previousToken))
      await desk.sessions.add(session)
      await desk.audit.append({ at, actorId: verified.id, what: 'agent.signed-in', subjectId: verified.id })
      return notePlaces(desk.knownPlaces, { agentId: verified.id, visitor: input, freshToken, at }, secrets)
    })
    return { token, deviceToken, agent: verified }
  }
}

/** Hashing takes a while, and in that while an agent can be disabled or get another password. */
async function requireUnchanged(desk: Pick<Desk, 'agents'>, verified: Agent): Promise<void> {
  const agent = await desk.agents.find(verified.id)
  if (!agent || agent.disabledAt !== null || agent.passwordHash !== verified.passwordHash) throw refused()
}

function refused(): DomainError {
  return new DomainError('sign-in-refused', 'E-mail and password do not match an account of this desk.')
}
