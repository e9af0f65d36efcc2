import { randomInt } from 'node:crypto'
import type { DeliveryState } from '@textdesk/core'
import { doublingsOf, highestState } from '@textdesk/core/testing'
import type { FakeMode } from '../../test/support/fake-message-bird-answers.ts'
import type { OutgoingRow } from '../support/message-ledger.ts'
import type { TroubledDesk } from '../support/troubled-desk.ts'
import { until } from '../support/until.ts'

interface RoundKind {
  readonly answer: FakeMode
  /** What the answer alone means in the end. */
  readonly means: DeliveryState
  readonly throttles?: true
}

export const ROUNDS: readonly RoundKind[] = [
  { answer: 'accept', means: 'accepted' },
  { answer: 'bad-request', means: 'failed' },
  // Not in the provider's ledger, so that no look-up settles it meanwhile.
  { answer: 'server-error', means: 'uncertain' },
  // Sent again after the pause, unless a report has told of it by then.
  { answer: 'throttled', means: 'accepted', throttles: true },
]

/** The words that stand for the states on the wire. */
const WORDS: Partial<Record<DeliveryState, string>> = { 'provider-scheduled': 'scheduled', failed: 'delivery_failed' }

interface Case {
  readonly order: readonly DeliveryState[]
  /** How many of the reports come before the send is answered. */
  readonly before: number
  readonly states: readonly DeliveryState[]
}

/** Texts of one outcome, each with an order of reports of its own, some of them before the send was answered. */
export class ReportRound {
  /** That the desk said OK to. */
  reports = 0
  readonly #desk: TroubledDesk
  readonly #kind: RoundKind
  readonly #waiting: Case[]
  readonly #cases = new Map<string, Case>()
  #rows: () => OutgoingRow[] = () => []

  constructor(desk: TroubledDesk, kind: RoundKind, orders: readonly (readonly DeliveryState[])[]) {
    this.#desk = desk
    this.#kind = kind
    this.#waiting = orders.map(makeCase)
  }

  get cases(): number {
    return this.#cases.size
  }

  async run(): Promise<void> {
    const { provider } = this.#desk
    provider.reports.follow({ plan: (reference) => this.#planOf(reference), send: (report) => this.#send(report) })
    provider.answerWith(this.#kind.answer)
    const count = this.#waiting.length
    this.#rows = await this.#desk.begin(count)
    if (this.#kind.throttles) {
      await until('the number rests', () => this.#desk.ledger.pausedUntil() > this.#desk.now())
      provider.answerWith('accept')
    }
    await until('every text had its outcome', () => this.#desk.ledger.leaving() === 0 && this.cases === count)
    await provider.reports.settle()
    // A report may have told of a text before its send was answered.
    await until('every answer was recorded', () => this.wrong().length === 0).catch(() => {})
  }

  /** The cases whose text is not in the state of the highest rank. */
  wrong(): string[] {
    return this.#rows().flatMap(({ id, state }) => {
      const mine = this.#cases.get(id)
      if (!mine) return []
      const expected = highestState([...mine.order, this.#kind.means])
      if (state === expected) return []
      return [`${mine.states.join()}, ${mine.before} before "${this.#kind.answer}": ${state} instead of ${expected}`]
    })
  }

  /** Each text gets the next case when it is first sent. */
  #planOf(reference: string): { before: string[]; after: string[] } {
    const known = this.#cases.get(reference) ?? this.#waiting.shift() ?? makeCase([])
    this.#cases.set(reference, known)
    const words = known.states.map((state) => WORDS[state] ?? state)
    return { before: words.slice(0, known.before), after: words.slice(known.before) }
  }

  async #send({ reference = '', status }: { reference?: string; status: string }): Promise<void> {
    if (await this.#desk.report(reference, status)) this.reports += 1
  }
}

/** Doubled in one of three ways, and cut anywhere by the answer to the send. */
function makeCase(order: readonly DeliveryState[]): Case {
  const doublings = doublingsOf(order)
  const states = doublings[randomInt(doublings.length)] ?? []
  return { order, states, before: randomInt(states.length + 1) }
}
