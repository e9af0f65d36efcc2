import { type Finding, WHOLE_DESK } from './finding.ts'

const MINUTE = 60_000
const WINDOW = 10 * MINUTE
const MANY = 3
/** After so long without another one there is nothing to mend, or nobody to mend it for. */
const OVER_AFTER = 60 * MINUTE

/** What came to the webhooks since the desk started. */
export interface WebhookRecord {
  readonly startedAt: number
  /**
   * When signed webhooks were refused, newest last; older ones than an hour may be missing. Without a signature come the
   * scans that every address on the internet gets.
   */
  readonly refusedAt: readonly number[]
  /** The newest of those; its cure says what to do. */
  readonly lastRefusal: { readonly at: number; readonly cure: string } | null
  /** When the last webhook was answered OK; by any server, where there are several. */
  readonly lastTakenAt: number | null
  /** Where there are several servers: when any of them refused a signed one the last time. */
  readonly refusedAnywhereAt?: number | null
}

/**
 * Webhooks are refused: three or more within ten minutes, or every single one for ten minutes. It is over when one was
 * taken since and the many have passed, or after an hour without another refusal. While
 * another server refuses them, it is not over because this one takes them.
 */
export function findRefusedWebhooks(record: WebhookRecord, now: number): Finding | null {
  const recent = record.refusedAt.filter((at) => at > now - WINDOW).length
  const { lastRefusal } = record
  if (lastRefusal && (recent >= MANY || refusesAll(record, now))) {
    return {
      kind: 'webhooks-refused',
      subject: WHOLE_DESK,
      trouble: true,
      sentence: describe(recent, lastRefusal.cure),
    }
  }
  return isOver(record, now) ? { kind: 'webhooks-refused', subject: WHOLE_DESK, trouble: false } : null
}

function refusesAll({ refusedAt, lastTakenAt }: WebhookRecord, now: number): boolean {
  const first = refusedAt.find((at) => at > (lastTakenAt ?? Number.NEGATIVE_INFINITY))
  return first !== undefined && first <= now - WINDOW && refusedAt.some((at) => at > now - OVER_AFTER)
}

function isOver({ startedAt, lastRefusal, lastTakenAt, refusedAnywhereAt }: WebhookRecord, now: number): boolean {
  const ownAt = lastRefusal?.at ?? startedAt
  const refusedAt = Math.max(ownAt, refusedAnywhereAt ?? ownAt)
  if (now - refusedAt >= OVER_AFTER) return true
  const isOthersToTell = refusedAt > ownAt && now - refusedAt < WINDOW
  return !isOthersToTell && lastTakenAt !== null && lastTakenAt > refusedAt
}

function describe(recent: number, cure: string): string {
  const what = recent >= MANY ? `${recent} webhooks were refused in ten minutes.` : 'Every webhook is being refused.'
  return `${what} Texts may not reach the desk. The last one: ${cure}`
}
