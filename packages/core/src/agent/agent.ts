export type Role = 'owner' | 'agent'

export interface Agent {
  readonly id: string
  readonly name: string
  /** In its one form, see `normaliseEmail`. Only used to sign in. */
  readonly email: string
  readonly role: Role
  /** Null until the invite is accepted. */
  readonly passwordHash: string | null
  readonly disabledAt: number | null
  readonly createdAt: number
}

/** An agent as others see one. */
export interface AgentRef {
  readonly id: string
  readonly name: string
}

/** Can run the desk right now: an invited owner cannot yet, a disabled one no longer. */
export function isActiveOwner(agent: Agent): boolean {
  return agent.role === 'owner' && agent.passwordHash !== null && agent.disabledAt === null
}
