export type IncidentKind = 'silence' | 'webhooks-refused' | 'number-paused' | 'few-delivered' | 'disk-nearly-full'

/** Something is wrong with the desk as a whole, and its owner should know. */
export interface Incident {
  readonly id: string
  readonly kind: IncidentKind
  /** What it is about: an inbox's id, or empty for the desk. One incident of a kind and subject is open at a time. */
  readonly subject: string
  /** What happened, then what to do. Without numbers and texts. */
  readonly sentence: string
  readonly openedAt: number
  readonly resolvedAt: number | null
  /** When the owner was told of its beginning. */
  readonly toldAt: number | null
  /** What the owner is still to be told. */
  readonly notice: Notice | null
}

export interface Notice {
  readonly about: 'open' | 'resolved'
  readonly attempts: number
  readonly nextAttemptAt: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Longer than telling takes. */
const TELLING_MS = MINUTE
const RETRY_AFTER = [30_000, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR] as const
/** Two minutes short of a day of trying: whoever fixes the channel by then finds the banner. */
const MAX_ATTEMPTS = 27

export function openIncident(start: Pick<Incident, 'id' | 'kind' | 'subject' | 'sentence'>, now: number): Incident {
  return { ...start, openedAt: now, resolvedAt: null, toldAt: null, notice: noticeOf('open', now) }
}

/** Who never heard of its beginning need not hear of its end. */
export function resolveIncident(incident: Incident, now: number): Incident {
  const notice = incident.toldAt === null ? null : noticeOf('resolved', now)
  return { ...incident, resolvedAt: now, notice }
}

/** Somebody tells it now; others may try when nothing was heard of that. */
export function beginTelling(incident: Incident, now: number): Incident {
  const { notice } = incident
  return notice ? { ...incident, notice: { ...notice, nextAttemptAt: now + TELLING_MS } } : incident
}

/** The owner was told `about` it, or could not be. Returns the same object when that notice is out of date. */
export function noteTelling(incident: Incident, about: Notice['about'], told: boolean, now: number): Incident {
  if (about === 'open' && told && incident.toldAt === null) return noteBeginningTold(incident, now)
  if (incident.notice?.about !== about) return incident
  return { ...incident, notice: told ? null : tryLater(incident.notice, now) }
}

function noteBeginningTold(incident: Incident, now: number): Incident {
  const notice = incident.resolvedAt === null ? null : noticeOf('resolved', now)
  return { ...incident, toldAt: now, notice }
}

function noticeOf(about: Notice['about'], now: number): Notice {
  return { about, attempts: 0, nextAttemptAt: now }
}

/** Null once it has been tried for a day. */
function tryLater(notice: Notice, now: number): Notice | null {
  const attempts = notice.attempts + 1
  if (attempts >= MAX_ATTEMPTS) return null
  const delay = RETRY_AFTER[Math.min(attempts, RETRY_AFTER.length) - 1] ?? HOUR
  return { ...notice, attempts, nextAttemptAt: now + delay }
}
