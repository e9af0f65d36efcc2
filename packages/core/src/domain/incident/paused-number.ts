import type { Inbox } from '../inbox/inbox.ts'
import type { Finding } from './finding.ts'

const MINUTE = 60_000
/** A provider that asks for a few seconds now and then is only throttling. */
const LONG = 2 * MINUTE
const OVER_AFTER = 10 * MINUTE

/**
 * The provider keeps a number from sending: for two minutes or more from now, or so that a text has been due for two.
 * Over once the number has not been paused for ten minutes.
 */
export function findPausedNumber(
  { id, name, pausedUntil }: Pick<Inbox, 'id' | 'name' | 'pausedUntil'>,
  oldestDueAt: number | null,
  now: number,
): Finding | null {
  const isPaused = pausedUntil !== null && pausedUntil > now
  const holdsUp = oldestDueAt !== null && now - oldestDueAt >= LONG
  if (isPaused && (pausedUntil - now >= LONG || holdsUp)) {
    const sentence =
      `The provider told the number of "${name}" to send more slowly, so replies wait. ` +
      'They leave by themselves; if this goes on, ask the provider to raise the limit.'
    return { kind: 'number-paused', subject: id, trouble: true, sentence }
  }
  const isOver = pausedUntil === null || now - pausedUntil >= OVER_AFTER
  return isOver ? { kind: 'number-paused', subject: id, trouble: false } : null
}
