export const SESSION_IDLE_MS = 12 * 3_600_000
export const SESSION_ABSOLUTE_MS = 30 * 24 * 3_600_000
/** How stale `lastSeenAt` may get: one write a minute keeps a session from going idle. */
export const SESSION_TOUCH_MS = 60_000

export interface Session {
  readonly tokenDigest: string
  readonly agentId: string
  readonly createdAt: number
  readonly lastSeenAt: number
}

export function newSession(tokenDigest: string, agentId: string, now: number): Session {
  return { tokenDigest, agentId, createdAt: now, lastSeenAt: now }
}

export function isSessionAlive(session: Session, now: number): boolean {
  return now - session.lastSeenAt < SESSION_IDLE_MS && now - session.createdAt < SESSION_ABSOLUTE_MS
}
