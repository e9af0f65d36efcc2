import { DomainError } from '../../domain/errors.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { PasswordHasher } from '../../ports/platform/password-hasher.ts'
import type { PasswordJudge } from '../../ports/platform/password-judge.ts'
import type { Secrets } from '../../ports/platform/secrets.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { requireStrongPassword } from './require-strong-password.ts'

interface Deps {
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly secrets: Secrets
  readonly passwordHasher: PasswordHasher
  readonly passwordJudge: PasswordJudge
}

export interface ChangeOwnPasswordInput {
  readonly agentId: string
  /** The session that asks; the agent's other ones end. */
  readonly sessionDigest: string
  /** Of the browser that asks: the agent's other ones are not known any more. */
  readonly deviceToken: string | null
  readonly currentPassword: string
  readonly newPassword: string
}

export class ChangeOwnPassword {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async execute(input: ChangeOwnPasswordInput): Promise<void> {
    const { agentId, sessionDigest, deviceToken, currentPassword, newPassword } = input
    const { unitOfWork, clock, passwordHasher, passwordJudge, secrets } = this.#deps
    const known = await unitOfWork.run((desk) => desk.agents.find(agentId))
    const verifiedHash = known?.passwordHash
    if (!known || !verifiedHash || !(await passwordHasher.verify(verifiedHash, currentPassword))) throw wrong()
    await requireStrongPassword(passwordJudge, newPassword, known)
    const passwordHash = await passwordHasher.hash(newPassword)
    await unitOfWork.run(async (desk) => {
      const agent = await desk.agents.find(agentId)
      if (agent?.passwordHash !== verifiedHash) throw wrong()
      await desk.agents.save({ ...agent, passwordHash })
      await desk.sessions.removeForAgent(agentId, sessionDigest)
      await desk.knownPlaces.removeForAgent(agentId, deviceToken === null ? null : secrets.digest(deviceToken))
      await desk.invites.removeForAgent(agentId)
      await desk.audit.append({ at: clock.now(), actorId: agentId, what: 'agent.password-changed', subjectId: agentId })
      desk.changes.record({ kind: 'agent', agentId })
    })
  }
}

function wrong(): DomainError {
  return new DomainError('password-wrong', 'The current password is not right.')
}
