const COMPACT = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/
const UNIX_SECONDS = /^\d{9,10}$/
const RFC3339 = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+\- ]\d\d:?\d\d)?$/i

/**
 * A moment in any of the provider's spellings, as UTC milliseconds, or null: RFC 3339 (also with its plus decoded to a
 * space, as forms do), `YYYYMMDDHHMMSS` in UTC, or Unix seconds.
 */
export function parseProviderTime(written: string): number | null {
  const text = written.trim()
  const moment = UNIX_SECONDS.test(text) ? Number(text) * 1_000 : Date.parse(toIso(text))
  return Number.isNaN(moment) ? null : moment
}

function toIso(text: string): string {
  const compact = COMPACT.exec(text)
  if (compact) return `${compact[1]}-${compact[2]}-${compact[3]}T${compact[4]}:${compact[5]}:${compact[6]}Z`
  const [, day, time, zone = 'Z'] = RFC3339.exec(text) ?? []
  if (day === undefined) return ''
  return `${day}T${time}${zone.replace(' ', '+').replace(/^(.\d\d)(\d\d)$/, '$1:$2')}`
}
