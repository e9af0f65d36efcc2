import { rank } from '@textdesk/core/text'
import { atOnce } from '../support/at-once.ts'
import { countEach } from '../support/count-each.ts'
import type { DeskAgent } from '../support/desk-agent.ts'
import { until } from '../support/until.ts'
import { judgeOutgoing } from './judge-outgoing.ts'
import type { KillLedger } from './kill-ledger.ts'
import { type KillCycle, type KillDelivery, NUMBERS } from './kill-plan.ts'
import type { KillTally } from './kill-tally.ts'
import type { ProviderSide } from './provider-side.ts'

interface Parts {
  readonly tally: KillTally
  readonly agent: DeskAgent
  readonly ledger: KillLedger
  readonly provider: ProviderSide
  readonly deliver: (delivery: KillDelivery) => Promise<boolean>
}

interface Watched extends KillCycle {
  readonly index: number
  /** Where its own rows begin. */
  readonly mark: number
}

const AT_ONCE = 8
const MAX_TRIES = 5
const TICKETS_TO_ANSWER = 4

/** Holds what senders were told, what the provider took and what the database says against each other. */
export class CycleJudge {
  /** Some of the newest, for an agent to answer. */
  openTickets: readonly number[] = []
  readonly #parts: Parts
  #last: Watched | null = null

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** From here on, everything belongs to this cycle. */
  async watch(index: number, cycle: KillCycle): Promise<void> {
    this.#last = { ...cycle, index, mark: await this.#parts.ledger.mark() }
  }

  /** In the life after the kill. */
  async judgeLast(): Promise<void> {
    const cycle = this.#last
    if (cycle === null) return
    await this.#judgeTaken(cycle, 'acknowledged')
    await this.#repeatUnanswered(cycle)
    await until('everything due was sent', async () => (await this.#parts.ledger.waiting()) === 0)
    await this.#parts.provider.settle()
    await this.#judgeTaken(cycle, 'all')
    await this.#judgeTickets(cycle)
    await judgeOutgoing(this.#parts, cycle)
  }

  /** Over the whole database and the whole ledger of the provider, at the end. */
  async judgeAll(): Promise<void> {
    const { tally, ledger, provider } = this.#parts
    const { texts, tickets, replies, confirmations } = await ledger.doubles()
    for (const [what, count] of Object.entries({ texts, tickets, replies, confirmations })) {
      if (count > 0) tally.broken.push(`in the end: ${count} doubled ${what}`)
    }
    const states = new Map((await ledger.outgoingSince(0)).map(({ id, state }) => [id, state]))
    const lost = [...provider.reported].filter(([id, state]) => rank(states.get(id) ?? 'queued') < rank(state))
    tally.blame('reports answered OK and lost', lost, Number.POSITIVE_INFINITY)
    tally.add(
      'texts the provider took',
      [...provider.taken.values()].reduce((sum, times) => sum + times, 0),
    )
  }

  /** Each text is there once: those answered OK before the kill without any further delivery. */
  async #judgeTaken({ deliveries, replies, index, mark }: Watched, which: 'acknowledged' | 'all'): Promise<void> {
    const { tally, ledger } = this.#parts
    const outgoing = await ledger.outgoingSince(mark)
    const copies = countEach([...(await ledger.bodiesSince(mark)), ...outgoing.map(({ body }) => body)])
    const expected = [...deliveries, ...replies].filter(({ acknowledged }) => which === 'all' || acknowledged)
    const bodies = [...new Set(expected.map(({ body }) => body))]
    tally.blame(
      'texts or replies lost',
      bodies.filter((body) => !copies.has(body)),
      index,
    )
    tally.blame(
      'texts or replies doubled',
      bodies.filter((body) => (copies.get(body) ?? 0) > 1),
      index,
    )
    if (which === 'acknowledged') {
      tally.add('texts answered OK before the kill', deliveries.filter(({ acknowledged }) => acknowledged).length)
      tally.add('replies accepted before the kill', replies.filter(({ acknowledged }) => acknowledged).length)
    }
  }

  /** The provider delivers again what got no OK, and the page asks again for replies without an answer. */
  async #repeatUnanswered({ deliveries, replies }: Watched): Promise<void> {
    const { deliver, agent } = this.#parts
    await atOnce(AT_ONCE, deliveries.filter(isOpen), (delivery) => insist(delivery.body, () => deliver(delivery)))
    await atOnce(AT_ONCE, replies.filter(isOpen), (reply) =>
      insist(reply.body, () => agent.reply({ ...reply, sendNow: true })),
    )
  }

  async #judgeTickets({ index, mark }: Watched): Promise<void> {
    const { tally, ledger } = this.#parts
    const tickets = await ledger.ticketsSince(mark)
    const contacts = new Set(tickets.map(({ contact }) => contact))
    if (contacts.size !== NUMBERS) tally.broken.push(`cycle ${index}: ${contacts.size} contacts of ${NUMBERS} numbers`)
    tally.blame(
      'tickets doubled',
      Array.from({ length: tickets.length - contacts.size }, () => 'one'),
      index,
    )
    const unconfirmed = tickets.filter(({ confirmations }) => confirmations !== 1)
    tally.blame(
      'tickets not confirmed exactly once',
      unconfirmed.map(({ number }) => number),
      index,
    )
    this.openTickets = tickets.slice(0, TICKETS_TO_ANSWER).map(({ number }) => number)
  }
}

function isOpen({ acknowledged }: { acknowledged: boolean }): boolean {
  return !acknowledged
}

async function insist(body: string, ask: () => Promise<boolean>): Promise<void> {
  for (let tries = 1; !(await ask()); tries += 1) {
    if (tries === MAX_TRIES) throw new Error(`"${body}" was never taken`)
  }
}
