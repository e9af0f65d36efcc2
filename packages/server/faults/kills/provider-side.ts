import { randomInt } from 'node:crypto'
import { type DeliveryState, rank } from '@textdesk/core/text'
import type { FakeMessageBird } from '../../test/support/fake-message-bird.ts'
import type { ReportPlan } from '../../test/support/fake-message-bird-reports.ts'
import type { Report } from '../../test/support/message-bird-requests.ts'

/** What the provider reports of a text by itself; one of these for each. */
const PLANS: readonly ReportPlan[] = [
  { before: [], after: [] },
  { before: [], after: [] },
  { before: ['sent'], after: [] },
  { before: [], after: ['sent', 'delivered'] },
  { before: ['delivered'], after: ['sent', 'sent'] },
]

interface Parts {
  readonly provider: FakeMessageBird
  /** Whether the desk said OK. */
  readonly tell: (report: Report) => Promise<boolean>
}

/** The provider's side of the story: what it took, and what the desk was told and said OK to. */
export class ProviderSide {
  readonly #parts: Parts
  readonly #taken = new Map<string, number>()
  readonly #reported = new Map<string, DeliveryState>()
  #seen = 0

  constructor(parts: Parts) {
    this.#parts = parts
    parts.provider.reports.follow({
      plan: () => PLANS[randomInt(PLANS.length)] ?? { before: [], after: [] },
      send: ({ reference = '', status }) => this.report(reference, status as DeliveryState),
    })
  }

  /** How often each text was taken, by our own id. */
  get taken(): ReadonlyMap<string, number> {
    const { texts } = this.#parts.provider
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
    if (!(await this.#parts.tell({ reference, status: state }))) return false
    const known = this.#reported.get(reference)
    if (known === undefined || rank(state) > rank(known)) this.#reported.set(reference, state)
    return true
  }

  settle(): Promise<void> {
    return this.#parts.provider.reports.settle()
  }
}
