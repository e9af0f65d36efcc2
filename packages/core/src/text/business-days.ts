/** In which a US sender must honour a wish for no more texts: 47 CFR 64.1200(a)(10), ten business days from receipt. */
const DAYS_TO_HONOUR = 10
const DAY = 86_400_000
/** A day begins and ends in it where most of the US does; no law says where, and nobody honours a wish to the hour. */
const EASTERN_OFFSET = -5 * 3_600_000

/** A calendar day as UTC midnight. */
type Day = number

/** The last day on which a wish that came at this moment is honoured in time, as YYYY-MM-DD. */
export function honourBy(askedAt: number): string {
  let day = dayOf(askedAt)
  for (let left = DAYS_TO_HONOUR; left > 0; left -= isBusinessDay(day) ? 1 : 0) day += DAY
  return new Date(day).toISOString().slice(0, 10)
}

/** How many business days are left, the last one counted; 0 when it is over. */
export function businessDaysLeft(until: string, now: number): number {
  const last = Date.parse(`${until}T00:00:00Z`)
  let left = 0
  for (let day = dayOf(now); day <= last; day += DAY) left += isBusinessDay(day) ? 1 : 0
  return left
}

function dayOf(moment: number): Day {
  return Math.floor((moment + EASTERN_OFFSET) / DAY) * DAY
}

function isBusinessDay(day: Day): boolean {
  const weekday = new Date(day).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !isHoliday(day)
}

/** The federal holidays of 5 U.S.C. 6103(a) on the day they are kept: the Friday before a Saturday, the Monday after a Sunday. */
function isHoliday(day: Day): boolean {
  const year = new Date(day).getUTCFullYear()
  return [...holidaysOf(year), ...holidaysOf(year + 1)].includes(day)
}

function holidaysOf(year: number): Day[] {
  const kept = (month: number, date: number) => {
    const day = Date.UTC(year, month - 1, date)
    const weekday = new Date(day).getUTCDay()
    return weekday === 6 ? day - DAY : weekday === 0 ? day + DAY : day
  }
  const monday = (month: number, nth: number) => nthWeekday(year, month, 1, nth)
  const lastMondayOfMay = nthWeekday(year, 6, 1, 1) - 7 * DAY
  return [
    kept(1, 1),
    monday(1, 3),
    monday(2, 3),
    lastMondayOfMay,
    kept(6, 19),
    kept(7, 4),
    monday(9, 1),
    monday(10, 2),
    kept(11, 11),
    nthWeekday(year, 11, 4, 4),
    kept(12, 25),
  ]
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): Day {
  const first = Date.UTC(year, month - 1, 1)
  const ahead = (weekday - new Date(first).getUTCDay() + 7) % 7
  return first + (ahead + (nth - 1) * 7) * DAY
}
