import type { Agent } from '../../domain/agent/agent.ts'
import { newSession, type Session } from '../../domain/agent/session.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { PasswordHasher } from '../../ports/platform/password-hasher.ts'
import type { PasswordJudge } from '../../ports/platform/password-judge.ts'
import type { Secrets } from '../../ports/platform/secrets.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { inviteeOf } from './invitee-of.ts'
import { notePlaces, type Visitor } from './known-places.ts'
import { requireStrongPassword } from './require-strong-password.ts'
import type { Entry } from './sign-in.ts'

interface Deps {
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly secrets: Secrets
  readonly passwordHasher: PasswordHasher
  readonly passwordJudge: PasswordJudge
}

export interface AcceptInviteInput {
  /** Of the invite. */
  readonly token: string
  readonly password: string
  readonly visitor: Visitor
}

interface Join {
  readonly inviteDigest: string
  readonly passwordHash: string
  readonly session: Session
  readonly visitor: Visitor
  readonly freshToken: string
}

/** The invited agent chooses a password and is signed in; the link is used up. */
export class AcceptInvite {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async execute({ token, password, visitor }: AcceptInviteInput): Promise<Entry> {
    const { unitOfWork, clock, secrets, passwordHasher, passwordJudge } = this.#deps
    const inviteDigest = secrets.digest(token)
    const invitee = await unitOfWork.run((desk) => inviteeOf(desk, inviteDigest, clock.now()))
    await requireStrongPassword(passwordJudge, password, invitee)
    const passwordHash = await passwordHasher.hash(password)
    const sessionToken = secrets.token()
    const session = newSession(secrets.digest(sessionToken), invitee.id, clock.now(), visitor.deviceLabel)
    const joined = await this.#join({ inviteDigest, passwordHash, session, visitor, freshToken: secrets.token() })
    return { token: sessionToken, ...joined }
  }

  #join(join: Join): Promise<Omit<Entry, 'token'>> {
    const { inviteDigest, passwordHash, session, visitor, freshToken } = join
    const at = session.createdAt
    return this.#deps.unitOfWork.run(async (desk) => {
      const invitee = await inviteeOf(desk, inviteDigest, at)
      const agent: Agent = { ...invitee, passwordHash, joinedAt: invitee.joinedAt ?? at }
      await desk.agents.save(agent)
      await desk.invites.removeForAgent(agent.id)
      await desk.sessions.removeForAgent(agent.id, null)
      await desk.sessions.add(session)
      await desk.audit.append({ at, actorId: agent.id, what: 'invite.accepted', subjectId: agent.id })
      desk.changes.record({ kind: 'agent', agentId: agent.id })
      const visit = { agentId: agent.id, visitor, freshToken, at }
      return { agent, deviceToken: await notePlaces(desk.knownPlaces, visit, this.#deps.secrets) }
    })
  }
}
