const COMPACT = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/
const UNIX_SECONDS = /^\d{9,10}$/
const RFC3339 = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+\- ]\d\d:?\d\d)?$/i

/**
 * A moment in any of the provider's spellings, as UTC milliseconds, or null: RFC 3339 (also with its plus decoded to a
 * space, as forms do), `YYYYMMDDHHMMSS` in UTC, or Unix seconds. A date that the calendar does not have, such as 31 June,
 * is none: which day was meant, nobody knows.
 */
export function parseProviderTime(written: string): number | null {
  const text = written.trim()
  if (UNIX_SECONDS.test(text)) return Number(text) * 1_000
  const { wall, zone } = spellOut(text)
  const moment = Date.parse(wall + zone)
  return Number.isNaN(moment) || !isOnCalendar(wall) ? null : moment
}

/** ISO 8601: the time on the wall, and how far that is from UTC. */
function spellOut(text: string): { wall: string; zone: string } {
  const compact = COMPACT.exec(text)
  if (compact) return { wall: `${compact.slice(1, 4).join('-')}T${compact.slice(4).join(':')}`, zone: 'Z' }
  const [, day, time, zone = 'Z'] = RFC3339.exec(text) ?? []
  if (day === undefined) return { wall: '', zone: '' }
  return { wall: `${day}T${time}`, zone: zone.replace(' ', '+').replace(/^(.\d\d)(\d\d)$/, '$1:$2') }
}

/** `Date` makes 1 July of 31 June, and the next day of 24:00. */
function isOnCalendar(wall: string): boolean {
  const moment = Date.parse(`${wall}Z`)
  return !Number.isNaN(moment) && new Date(moment).toISOString().slice(0, 19) === wall.slice(0, 19)
}
