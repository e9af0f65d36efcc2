const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

const DELAYS = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR] as const
const SPREAD = 0.2

export const GIVE_UP_AFTER_MS = 4 * HOUR

/** Milliseconds to wait after so many attempts (from 1), spread by `jitter` (-1 to 1) to a fifth either way. */
export function backoffMs(attempts: number, jitter: number): number {
  const index = Math.min(Math.max(attempts, 1), DELAYS.length) - 1
  return Math.round((DELAYS[index] ?? HOUR) * (1 + SPREAD * jitter))
}

/** How long a number rests after a provider throttled it without saying for how long. */
export const PAUSE_MS = 5 * SECOND

/**
 * When to try again, or null to give up: four hours after the text was first due, the last attempt falls on that moment.
 * `retryAfterMs` is the provider's own word; nothing is tried sooner.
 */
export function nextAttempt(
  wait: { readonly firstQueuedAt: number; readonly delayMs: number; readonly retryAfterMs: number | null },
  now: number,
): number | null {
  const deadline = wait.firstQueuedAt + GIVE_UP_AFTER_MS
  const soonest = now + (wait.retryAfterMs ?? 0)
  if (now >= deadline || soonest > deadline) return null
  return Math.max(soonest, Math.min(now + wait.delayMs, deadline))
}
