import type { LedgerEntry } from '../../test/support/desk-ledger.ts'
import { DESK_NUMBER } from '../../test/support/live-settings.ts'
import { textRequest, type WireRequest } from '../../test/support/message-bird-requests.ts'
import type { WireAnswer } from '../../test/support/message-bird-webhooks.ts'
import type { Verdict } from '../fault.ts'

export interface Pairs {
  readonly pairs: number
  readonly atOnce: number
  /** The first of a pair goes to door 0, the second to door 1; both may lead to one server. */
  readonly deliver: (door: 0 | 1, request: WireRequest) => Promise<WireAnswer>
  readonly ledger: { read(beginning: string): LedgerEntry | Promise<LedgerEntry> }
  readonly say: (progress: string) => void
}

/** Two first texts of one number at the same moment, again and again, of another number each time. */
export async function tryPairs({ pairs, atOnce, deliver, ledger, say }: Pairs): Promise<Verdict> {
  let ok = 0
  const others: string[] = []
  for (let first = 0; first < pairs; first += atOnce) {
    say(`${first} of ${pairs} pairs`)
    const some = Array.from({ length: Math.min(atOnce, pairs - first) }, (_, n) => first + n)
    const answers = await Promise.all(
      some.flatMap((index) => [deliver(0, textOf(index, 'a')), deliver(1, textOf(index, 'b'))]),
    )
    ok += answers.filter(isOk).length
    others.push(...answers.filter((answer) => !isOk(answer)).map(({ status, body }) => `${status} ${body}`))
  }
  return judge(pairs, ok, others, await ledger.read('Pair '))
}

function textOf(index: number, which: string): WireRequest {
  const from = `+1${203 + Math.floor(index / 10_000)}555${String(index % 10_000).padStart(4, '0')}`
  return textRequest({ from, to: DESK_NUMBER, body: `Pair ${index} ${which}` })
}

export function isOk({ status, body }: WireAnswer): boolean {
  return status === 200 && body === 'OK'
}

function judge(pairs: number, ok: number, others: readonly string[], entry: LedgerEntry): Verdict {
  const { copies, tickets, contacts, confirmationsPerTicket } = entry
  const once = [...copies.values()].filter((times) => times === 1).length
  const confirmations = confirmationsPerTicket.join(' or ')
  const broken: string[] = []
  if (ok !== 2 * pairs) broken.push(`${2 * pairs - ok} texts got no OK but e.g. ${others[0]}`)
  if (once !== 2 * pairs) broken.push(`${once} of ${2 * pairs} texts are stored exactly once`)
  if (tickets !== pairs) broken.push(`${tickets} open tickets of ${pairs} numbers`)
  if (confirmations !== '1') broken.push(`tickets have ${confirmations} confirmations`)
  const figures = { pairs, 'answered OK': ok, 'texts stored once': once, tickets, contacts }
  return { figures: { ...figures, 'confirmations of each': confirmations }, broken }
}
