import { atOnce } from '../support/at-once.ts'
import { TimedDesk } from './timed-desk.ts'

export interface Flood {
  readonly ok: number
  readonly stored: number
  readonly tickets: number
  readonly automatic: number
  readonly withheld: number
}

/** Within one hour every number of a long list writes once, as somebody would who makes senders up. */
export async function flood(folder: string, amounts: { numbers: number; budget: number }): Promise<Flood> {
  const desk = await TimedDesk.start(folder, 'flood')
  try {
    await desk.changeInbox({ automaticTextsPerHour: amounts.budget, textsPerSecond: 100 })
    let ok = 0
    const numbers = Array.from({ length: amounts.numbers }, (_, place) => spoofed(place))
    await atOnce(50, numbers, async (number) => {
      if (await desk.receive(number, `Hello from ${number}`)) ok += 1
    })
    await desk.settle(() => desk.pass(10))
    const [stored = 0] = desk.select<number>(`select count(*) from messages join contacts on contacts.id = contact_id
      where direction = 'in' and body = 'Hello from ' || address`)
    const [tickets = 0] = desk.select<number>('select count(*) from tickets')
    const [withheld = 0] = desk.select<number>("select count(*) from activity where detail = 'budget-spent'")
    return { ok, stored, tickets, automatic: desk.sent.length, withheld }
  } finally {
    await desk.stop()
  }
}

function spoofed(place: number): string {
  return `+1${303 + Math.floor(place / 10_000)}555${String(place % 10_000).padStart(4, '0')}`
}
