const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

// Each is made once: making one takes far longer than using it, and a screen has hundreds of times on it.
const clock = formatter({ hour: '2-digit', minute: '2-digit' })
const dayAndMonth = formatter({ day: 'numeric', month: 'short' })
const dayMonthYear = formatter({ day: 'numeric', month: 'short', year: 'numeric' })
const wholeDay = formatter({ day: 'numeric', month: 'long', year: 'numeric' })
const shortWeekday = formatter({ weekday: 'short' })
const weekday = formatter({ weekday: 'long' })

/** "10:42" */
export function clockTime(iso: string): string {
  return clock(new Date(iso))
}

/** "3 May 2026 at 10:42", for titles and sentences. */
export function fullTime(iso: string): string {
  return `${calendarDay(iso)} at ${clockTime(iso)}`
}

/** "3 May", with the year where it is not this one. */
export function shortDate(iso: string, now: number): string {
  const date = new Date(iso)
  const sameYear = date.getFullYear() === new Date(now).getFullYear()
  return sameYear ? dayAndMonth(date) : dayMonthYear(date)
}

/** What a list shows at the right: "now", "14 min", "10:42", "3 May". */
export function listTime(iso: string, now: number): string {
  const age = now - Date.parse(iso)
  if (age < MINUTE) return 'now'
  if (age < HOUR) return `${Math.floor(age / MINUTE)} min`
  return dayOf(iso) === dayOf(now) ? clockTime(iso) : shortDate(iso, now)
}

/** How long somebody has been waiting: "1 min", "2 h 5 min", "3 days". */
export function waitingTime(iso: string, now: number): string {
  const age = Math.max(0, now - Date.parse(iso))
  if (age < MINUTE) return 'under a minute'
  if (age < HOUR) return `${Math.floor(age / MINUTE)} min`
  if (age < 2 * DAY) {
    const minutes = Math.floor((age % HOUR) / MINUTE)
    return `${Math.floor(age / HOUR)} h${minutes > 0 && age < DAY ? ` ${minutes} min` : ''}`
  }
  return `${Math.floor(age / DAY)} days`
}

/** When something is going to be: "17:30" today, "Mon 09:00" within the week, else "3 May 09:00". */
export function soonTime(iso: string, now: number): string {
  const time = clockTime(iso)
  if (dayOf(iso) === dayOf(now)) return time
  const isNear = Date.parse(iso) - now < 6 * DAY
  return `${isNear ? shortWeekday(new Date(iso)) : shortDate(iso, now)} ${time}`
}

/** The heading over a day's messages: "Today", "Yesterday", "Sunday 3 May 2026". */
export function dayHeading(iso: string, now: number): string {
  if (dayOf(iso) === dayOf(now)) return 'Today'
  if (dayOf(iso) === dayOf(now - DAY)) return 'Yesterday'
  return `${weekday(new Date(iso))} ${calendarDay(iso)}`
}

/** One value per calendar day where the agent is. */
export function dayOf(moment: string | number): string {
  return new Date(moment).toDateString()
}

function calendarDay(iso: string): string {
  return wholeDay(new Date(iso))
}

function formatter(options: Intl.DateTimeFormatOptions): (moment: Date) => string {
  return new Intl.DateTimeFormat('en-GB', options).format
}
