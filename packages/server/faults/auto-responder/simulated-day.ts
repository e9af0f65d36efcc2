import { KINDS, Responder } from './responder.ts'
import { TimedDesk } from './timed-desk.ts'

/** A phone answers that fast. */
const ANSWER_MS = 1_000
const DAY_MS = 24 * 3_600_000
/** A circle that is not broken after so many turns never will be. */
const MAX_TURNS = 20

export interface Day {
  /** Texts of the responders. */
  readonly wrote: number
  readonly stored: number
  readonly tickets: number
  readonly mostPerTicket: number
  readonly fewestPerResponder: number
  readonly mostPerResponder: number
  readonly endless: boolean
}

/**
 * A day on which three phones answer every text, and write once in every step besides: once an answer comes back in no
 * time, nothing else would keep the circle going. Whatever ticket there is is closed at once.
 */
export async function liveDay(folder: string, rules: { reopenHours: number; stepMinutes: number }): Promise<Day> {
  const desk = await TimedDesk.start(folder, `reopen-${rules.reopenHours}`)
  try {
    await desk.changeInbox({ reopenHours: rules.reopenHours })
    const responders = Object.values(KINDS).map((words, place) => new Responder(desk, `+1303555010${place}`, words))
    const stepMs = rules.stepMinutes * 60_000
    const night = desk.now + DAY_MS
    let endless = false
    for (let next = desk.now; next < night - MAX_TURNS * ANSWER_MS; next += stepMs) {
      desk.pass(Math.max(0, next - desk.now))
      for (const responder of responders) await responder.write()
      endless ||= !(await comesToRest(desk, responders))
    }
    return { ...count(desk, responders), endless }
  } finally {
    await desk.stop()
  }
}

async function comesToRest(desk: TimedDesk, responders: readonly Responder[]): Promise<boolean> {
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    await desk.closeAll()
    await desk.settle()
    desk.pass(ANSWER_MS)
    const answered = await Promise.all(responders.map((responder) => responder.answer()))
    if (!answered.includes(true)) return true
  }
  return false
}

function count(desk: TimedDesk, responders: readonly Responder[]): Omit<Day, 'endless'> {
  const [stored = 0] = desk.select<number>("select count(*) from messages where direction = 'in'")
  const [tickets = 0] = desk.select<number>('select count(*) from tickets')
  const perTicket = "select count(*) as texts from messages where kind = 'auto' group by ticket_number"
  const [mostPerTicket = 0] = desk.select<number>(`select max(texts) from (${perTicket})`)
  const heard = responders.map((responder) => responder.heard.length)
  return {
    wrote: responders.reduce((sum, { wrote }) => sum + wrote, 0),
    stored,
    tickets,
    mostPerTicket,
    fewestPerResponder: Math.min(...heard),
    mostPerResponder: Math.max(...heard),
  }
}
