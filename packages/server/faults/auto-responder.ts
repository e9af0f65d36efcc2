import { type Flood, flood } from './auto-responder/flood.ts'
import { type Day, liveDay } from './auto-responder/simulated-day.ts'
import type { Fault, Trial, Verdict } from './fault.ts'

type Amounts = { readonly stepMinutes: number; readonly numbers: number; readonly budget: number }

const MAX_A_DAY = 5
const DEFAULT_REOPEN_HOURS = 24

export const autoResponder: Fault<Amounts> = {
  name: 'auto-responder',
  promise:
    'phones that answer everything get one automatic text a ticket and five a day; a flood stays within the budget',
  quick: { stepMinutes: 60, numbers: 300, budget: 40 },
  full: { stepMinutes: 5, numbers: 10_000, budget: 1_000 },
  run: tryAutoResponder,
}

async function tryAutoResponder({ amounts, folder, say }: Trial<Amounts>): Promise<Verdict> {
  const figures: Record<string, number | string> = {}
  const broken: string[] = []
  for (const reopenHours of [0, DEFAULT_REOPEN_HOURS]) {
    const when = reopenHours === 0 ? 'never reopened' : `reopened within ${reopenHours} h`
    say(`24 hours, tickets ${when}`)
    const day = await liveDay(folder, { reopenHours, stepMinutes: amounts.stepMinutes })
    figures[`in 24 h, tickets ${when}`] =
      `${day.wrote} texts in ${day.tickets} tickets, at most ${day.mostPerTicket} automatic a ticket and ` +
      `${day.mostPerResponder} a phone`
    broken.push(...judgeDay(day, reopenHours).map((sentence) => `tickets ${when}: ${sentence}`))
  }
  say(`${amounts.numbers} numbers within an hour`)
  const flooded = await flood(folder, amounts)
  figures['made-up numbers within an hour'] = amounts.numbers
  figures['their texts stored'] = flooded.stored
  figures['automatic texts to them'] = flooded.automatic
  return { figures, broken: [...broken, ...judgeFlood(flooded, amounts)] }
}

function judgeDay(day: Day, reopenHours: number): string[] {
  const broken: string[] = []
  if (day.endless) broken.push('the desk and a phone went on answering each other')
  if (day.stored !== day.wrote) broken.push(`${day.stored} of ${day.wrote} texts are stored`)
  if (reopenHours === 0 && day.tickets !== day.wrote) broken.push(`${day.wrote} texts made ${day.tickets} tickets`)
  if (day.mostPerTicket > 1) broken.push(`a ticket has ${day.mostPerTicket} automatic texts`)
  if (day.mostPerResponder > MAX_A_DAY) broken.push(`a phone got ${day.mostPerResponder} automatic texts in 24 h`)
  if (day.fewestPerResponder < 1) broken.push('a phone was never answered at all')
  return broken
}

function judgeFlood({ ok, stored, tickets, automatic, withheld }: Flood, { numbers, budget }: Amounts): string[] {
  const broken: string[] = []
  if (ok !== numbers) broken.push(`${numbers - ok} texts of the flood got no OK`)
  if (stored !== numbers || tickets !== numbers)
    broken.push(`${numbers} numbers have ${stored} texts in ${tickets} tickets`)
  const expected = Math.min(numbers, budget)
  if (automatic !== expected) broken.push(`${automatic} automatic texts were sent where the budget is ${expected}`)
  if (withheld !== numbers - expected) broken.push(`${withheld} tickets say that the budget was spent`)
  return broken
}
