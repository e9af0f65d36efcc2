import type { Clock, Ids, OutgoingText, SendOutcome, SmsGateway } from '@textdesk/core'
import { fateOf } from './simulated-fate.ts'

/** The fields of a status report, and when it would come. */
export interface StagedReport {
  readonly at: number
  readonly fields: Readonly<Record<string, string>>
}

const BETWEEN_REPORTS_MS = 2_000

/** A simulated network for a desk whose clock is moved by hand: its reports wait until they are fetched. */
export class StagedNetwork implements SmsGateway {
  readonly #clock: Clock
  readonly #ids: Ids
  readonly #reports: StagedReport[] = []

  constructor({ clock, ids }: { clock: Clock; ids: Ids }) {
    this.#clock = clock
    this.#ids = ids
  }

  async send({ id, to }: OutgoingText): Promise<SendOutcome> {
    const { outcome, reports } = fateOf(to)
    if (outcome) return outcome
    const providerMessageId = this.#ids.uuid()
    const common = { id: providerMessageId, reference: id, recipient: to.slice(1) }
    for (const [place, own] of reports.entries()) {
      const at = this.#clock.now() + (place + 1) * BETWEEN_REPORTS_MS
      this.#reports.push({ at, fields: { ...common, ...own } })
    }
    this.#reports.sort((a, b) => a.at - b.at)
    return { kind: 'accepted', providerMessageId }
  }

  get nextReportAt(): number | null {
    return this.#reports[0]?.at ?? null
  }

  /** The reports that would have come by now, each once, in their order. */
  fetchReports(): StagedReport[] {
    const later = this.#reports.findIndex(({ at }) => at > this.#clock.now())
    return this.#reports.splice(0, later === -1 ? this.#reports.length : later)
  }
}
