import type { Agent } from '../../domain/agent/agent.ts'
import { newSession } from '../../domain/agent/session.ts'
import { DomainError } from '../../domain/errors.ts'
import { requireName } from '../../domain/require-shown.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { PasswordHasher } from '../../ports/platform/password-hasher.ts'
import type { PasswordJudge } from '../../ports/platform/password-judge.ts'
import type { Secrets } from '../../ports/platform/secrets.ts'
import type { SettingRepository } from '../../ports/repositories/setting-repository.ts'
import type { Desk, UnitOfWork } from '../../ports/unit-of-work.ts'
import { requireEmail } from './email.ts'
import { notePlaces, type Visitor } from './known-places.ts'
import { requireStrongPassword } from './require-strong-password.ts'
import { countsAsCode, isSetUp, normaliseSetUpCode } from './set-up-code.ts'
import type { Entry } from './sign-in.ts'

interface Deps {
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly ids: Ids
  readonly secrets: Secrets
  readonly passwordHasher: PasswordHasher
  readonly passwordJudge: PasswordJudge
}

export interface SetUpDeskInput {
  /** The code printed at the start. */
  readonly code: string | null
  /** Whoever asks sits at the machine itself, so that no code is needed. */
  readonly codeWaived: boolean
  readonly name: string
  readonly email: string
  readonly password: string
  readonly visitor: Visitor
}

/** The first account of the desk: its owner, signed in at once. Works once. */
export class SetUpDesk {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async execute(input: SetUpDeskInput): Promise<Entry> {
    const { unitOfWork, clock, secrets, passwordJudge } = this.#deps
    const { visitor } = input
    const codeDigest = input.codeWaived ? null : secrets.digest(normaliseSetUpCode(input.code ?? ''))
    await unitOfWork.run((desk) => requireMaySetUp(desk.settings, codeDigest))
    await requireStrongPassword(passwordJudge, input.password, input)
    const agent = await this.#newOwner(input)
    const [token, freshToken, at] = [secrets.token(), secrets.token(), clock.now()]
    const session = newSession(secrets.digest(token), agent.id, at, visitor.deviceLabel)
    const deviceToken = await unitOfWork.run(async (desk) => {
      await requireMaySetUp(desk.settings, codeDigest)
      await addOwner(desk, agent)
      await desk.sessions.add(session)
      return notePlaces(desk.knownPlaces, { agentId: agent.id, visitor, freshToken, at }, secrets)
    })
    return { token, deviceToken, agent }
  }

  async #newOwner({ name, email, password }: SetUpDeskInput): Promise<Agent> {
    const { clock, ids, passwordHasher } = this.#deps
    const now = clock.now()
    return {
      id: ids.uuid(),
      name: requireName(name),
      email: requireEmail(email),
      role: 'owner',
      passwordHash: await passwordHasher.hash(password),
      joinedAt: now,
      disabledAt: null,
      createdAt: now,
    }
  }
}

async function requireMaySetUp(settings: SettingRepository, codeDigest: string | null): Promise<void> {
  if (await isSetUp(settings)) throw alreadySetUp()
  if (codeDigest !== null && !(await countsAsCode(settings, codeDigest))) {
    throw new DomainError(
      'set-up-code-wrong',
      'The setup code does not match. It stands where the desk was started: "Setup code: ABCD-EFGH".',
    )
  }
}

/** Two may come this far at the same moment, on two servers. */
async function addOwner(desk: Pick<Desk, 'agents' | 'audit' | 'settings'>, agent: Agent): Promise<void> {
  if (!(await desk.settings.add('set-up-done-at', String(agent.createdAt)))) throw alreadySetUp()
  if (!(await desk.agents.add(agent))) {
    throw new DomainError('email-taken', 'Somebody uses this e-mail address already.')
  }
  await desk.audit.append({ at: agent.createdAt, actorId: agent.id, what: 'desk.set-up', subjectId: agent.id })
}

function alreadySetUp(): DomainError {
  return new DomainError('already-set-up', 'This desk has an owner already. Sign in instead.')
}
