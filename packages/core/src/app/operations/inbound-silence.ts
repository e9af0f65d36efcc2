import { type Finding, WHOLE_DESK } from '../../domain/incident/finding.ts'

const HOUR = 3_600_000
const DAYS = 28
const HOURS_IN_DAY = 24
/** An hour with fewer usual texts proves nothing by having none. */
const USUAL_IN_BUSY_HOUR = 5
/** With so many texts usually due, chance makes a silence of none once in 20,000 times (Poisson). */
const MISSED_BEFORE_ALARM = 10

/** How many texts came in an hour, counted in hours since 1970. */
export type CountTexts = (hour: number) => Promise<number>

/**
 * No text for far longer than usual at this hour: for an hour at least, in an hour that usually brings five or more, while
 * ten or more would usually have come. The time before the desk started counts for neither. Null when it cannot be told;
 * a silence that began ends with a text alone, not with the night.
 */
export async function findSilence(
  { startedAt, lastTextAt }: { readonly startedAt: number; readonly lastTextAt: number | null },
  now: number,
  count: CountTexts,
): Promise<Finding | null> {
  if (lastTextAt === null) return null
  if (now - lastTextAt < HOUR) return { kind: 'silence', subject: WHOLE_DESK, trouble: false }
  const since = Math.max(startedAt, lastTextAt)
  if (now - since < HOUR) return null
  const usual = await usualTexts(Math.floor(now / HOUR), count)
  if (usual < USUAL_IN_BUSY_HOUR) return null
  if ((await missedTexts(since, now, count)) < MISSED_BEFORE_ALARM) return null
  return { kind: 'silence', subject: WHOLE_DESK, trouble: true, sentence: describe(now - since, usual) }
}

/**
 * Texts usual in an hour: the median of the same hour on the 28 days before, or what two of the last four same weekdays
 * reached where that is lower. So no weekend is taken for a silence, nor a holiday remembered as the rule.
 */
export async function usualTexts(hour: number, count: CountTexts): Promise<number> {
  const counts: number[] = []
  for (let day = 1; day <= DAYS; day += 1) counts.push(await count(hour - day * HOURS_IN_DAY))
  const sameWeekday = counts.filter((_, index) => (index + 1) % 7 === 0)
  const reachedTwice = sameWeekday.toSorted((a, b) => b - a)[1] ?? 0
  return Math.min(median(counts), reachedTwice)
}

/** Adds up what is usual from now back to `since`, parts of hours in proportion, and stops where it is enough. */
async function missedTexts(since: number, now: number, count: CountTexts): Promise<number> {
  let missed = 0
  const earliest = Math.max(since, now - HOURS_IN_DAY * HOUR)
  for (let hour = Math.floor(now / HOUR); (hour + 1) * HOUR > earliest; hour -= 1) {
    const share = (Math.min(now, (hour + 1) * HOUR) - Math.max(earliest, hour * HOUR)) / HOUR
    missed += share * (await usualTexts(hour, count))
    if (missed >= MISSED_BEFORE_ALARM) break
  }
  return missed
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? 0, sorted[Math.floor(middle)] ?? 0]
  return (low + high) / 2
}

function describe(silenceMs: number, usual: number): string {
  const hours = Math.floor(silenceMs / HOUR)
  const long = hours === 1 ? 'an hour' : `${hours} hours`
  return (
    `No text has come in for more than ${long}; about ${Math.round(usual)} are usual in this one. ` +
    'Text your own number. If nothing arrives, look at Settings > Number.'
  )
}
