export const SESSION_IDLE_MS = 12 * 3_600_000
export const SESSION_ABSOLUTE_MS = 30 * 24 * 3_600_000
/** How stale `lastSeenAt` may get: one write a minute keeps a session from going idle. */
export const SESSION_TOUCH_MS = 60_000

export interface Session {
  readonly tokenDigest: string
  readonly agentId: string
  readonly createdAt: number
  readonly lastSeenAt: number
  /** What people call the browser it is in, e.g. "Firefox on Windows"; null when nobody knows. */
  readonly label: string | null
}

export function newSession(tokenDigest: string, agentId: string, now: number, label: string | null): Session {
  return { tokenDigest, agentId, createdAt: now, lastSeenAt: now, label }
}

/** Names a session to people. It opens nothing: only the token does, and that is not kept. */
export function sessionIdOf({ tokenDigest }: Pick<Session, 'tokenDigest'>): string {
  return tokenDigest
}

export function isSessionAlive(session: Session, now: number): boolean {
  return now - session.lastSeenAt < SESSION_IDLE_MS && now - session.createdAt < SESSION_ABSOLUTE_MS
}
