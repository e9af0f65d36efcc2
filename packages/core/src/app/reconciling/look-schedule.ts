const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Within ten minutes an agent need not be bothered; later the list may still know, and so may the agent. */
const LOOKS = [30 * SECOND, 90 * SECOND, 4 * MINUTE, 9 * MINUTE]
const HOURLY_FOR = 24

export const LOOKED_FOR_MS = HOURLY_FOR * HOUR

/** When a text that is uncertain since a moment is next looked up, after `lastLookAt` if there was a look; null for no more. */
export function nextLook(uncertainSince: number, lastLookAt: number | null): number | null {
  const after = (lastLookAt ?? Number.NEGATIVE_INFINITY) - uncertainSince
  const soon = LOOKS.find((delay) => delay > after)
  if (soon !== undefined) return uncertainSince + soon
  const hours = Math.max(1, Math.floor(after / HOUR) + 1)
  return hours > HOURLY_FOR ? null : uncertainSince + hours * HOUR
}
