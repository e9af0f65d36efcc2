export const INVITE_MS = 7 * 24 * 3_600_000
/** A link that replaces a forgotten password. */
export const RESET_MS = 24 * 3_600_000

/** A link that lets an agent choose a password, once. */
export interface Invite {
  readonly tokenDigest: string
  readonly agentId: string
  readonly createdAt: number
  readonly expiresAt: number
}
