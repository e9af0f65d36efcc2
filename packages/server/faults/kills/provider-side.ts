import { randomInt } from 'node:crypto'
import { type DeliveryState, rank } from '@textdesk/core/text'
import type { ReportPlan } from '../../test/support/fake-message-bird-reports.ts'
import type { LiveDesk } from '../../test/support/live-desk.ts'

/** What the provider reports of a text by itself; one of these for each. */
const PLANS: readonly ReportPlan[] = [
  { before: [], after: [] },
  { before: [], after: [] },
  { before: ['sent'], after: [] },
  { before: [], after: ['sent', 'delivered'] },
  { before: ['delivered'], after: ['sent', 'sent'] },
]

/** The provider's side of the story: what it took, and what the desk was told and said OK to. */
export class ProviderSide {
  readonly #desk: LiveDesk
  readonly #taken = new Map<string, number>()
  readonly #reported = new Map<string, DeliveryState>()
  #seen = 0

  constructor(desk: LiveDesk) {
    this.#desk = desk
    desk.provider.reports.follow({
      plan: () => PLANS[randomInt(PLANS.length)] ?? { before: [], after: [] },
      send: ({ reference = '', status }) => this.report(reference, status as DeliveryState),
    })
  }

  /** How often each text was taken, by our own id. */
  get taken(): ReadonlyMap<string, number> {
    const { texts } = this.#desk.provider
    for (const { reference } of texts.slice(this.#seen)) {
      if (reference !== null) this.#taken.set(reference, (this.#taken.get(reference) ?? 0) + 1)
    }
    this.#seen = texts.length
    return this.#taken
  }

  /** The highest state that the desk said OK to, by our own id. */
  get reported(): ReadonlyMap<string, DeliveryState> {
    return this.#reported
  }

  /** Tells the desk once, and notes whether it said OK. */
  async report(reference: string, state: DeliveryState): Promise<boolean> {
    const answer = await this.#desk.webhooks.sendReport({ reference, status: state }).catch(() => null)
    if (answer?.status !== 200) return false
    const known = this.#reported.get(reference)
    if (known === undefined || rank(state) > rank(known)) this.#reported.set(reference, state)
    return true
  }

  settle(): Promise<void> {
    return this.#desk.provider.reports.settle()
  }
}
