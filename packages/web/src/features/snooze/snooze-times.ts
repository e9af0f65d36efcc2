export interface SnoozeTime {
  readonly title: string
  /** UTC milliseconds. */
  readonly until: number
}

const HOUR = 60 * 60_000
const MORNING = 9
const MONDAY = 1
const MAX_DAYS = 365

/** The times that are offered, in the agent's own time zone. */
export function snoozeTimes(now: number): SnoozeTime[] {
  return [
    { title: 'In 1 hour', until: now + HOUR },
    { title: `Tomorrow ${MORNING}:00`, until: morningIn(now, 1) },
    ...(daysToMonday(now) > 1 ? [{ title: `Monday ${MORNING}:00`, until: morningIn(now, daysToMonday(now)) }] : []),
  ]
}

/** The value of a `datetime-local` field, which knows no time zone. */
export function asLocalInput(moment: number): string {
  const date = new Date(moment)
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** Why a ticket can't be snoozed until then; null where it can. NaN is no time at all. */
export function snoozeProblem(until: number, now: number): string | null {
  if (Number.isNaN(until)) return 'Choose a day and a time.'
  if (until <= now) return 'Choose a time that is still to come.'
  return until > now + MAX_DAYS * 24 * HOUR ? 'Choose a time within a year.' : null
}

function morningIn(now: number, days: number): number {
  const date = new Date(now)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, MORNING).getTime()
}

function daysToMonday(now: number): number {
  return (MONDAY - new Date(now).getDay() + 7) % 7 || 7
}
