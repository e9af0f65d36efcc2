export type Role = 'owner' | 'agent'

export interface Agent {
  readonly id: string
  readonly name: string
  /** In its one form, see `normaliseEmail`. Only used to sign in. */
  readonly email: string
  readonly role: Role
  /** Null until the invite is accepted, and again after a reset. */
  readonly passwordHash: string | null
  /** When they first chose a password; null for whoever has only been invited. */
  readonly joinedAt: number | null
  readonly disabledAt: number | null
  readonly createdAt: number
}

/** An agent as others see one. */
export interface AgentRef {
  readonly id: string
  readonly name: string
}

/** Has a link at most, and has done nothing here. Disabled as well, this is an invite that was cancelled. */
export function hasNeverJoined(agent: Agent): boolean {
  return agent.joinedAt === null && agent.passwordHash === null
}

export function isCancelledInvite(agent: Agent): boolean {
  return agent.disabledAt !== null && hasNeverJoined(agent)
}

/** Can run the desk right now: an invited owner cannot yet, a disabled one no longer. */
export function isActiveOwner(agent: Agent): boolean {
  return agent.role === 'owner' && agent.passwordHash !== null && agent.disabledAt === null
}
