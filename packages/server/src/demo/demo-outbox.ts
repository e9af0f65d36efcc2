import type { ReceivedReport, UseCases } from '@textdesk/core'
import type { StagedNetwork, StagedReport } from '../providers/simulator/staged-network.ts'
import type { DemoClock } from './demo-clock.ts'

interface Deps {
  readonly useCases: UseCases
  readonly clock: DemoClock
  readonly network: StagedNetwork
  readonly readReport: (staged: StagedReport) => ReceivedReport
}

const AT_ONCE = 100

/** What the dispatcher and the network do while the clock is moved by hand. */
export class DemoOutbox {
  readonly #deps: Deps
  #sends: number[] = []

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** A text will leave then. */
  expectSend(at: number): void {
    this.#sends.push(at)
  }

  /** When there is something to send or to take in; null when there is nothing. */
  get nextDueAt(): number | null {
    const moments = [...this.#sends, this.#deps.network.nextReportAt].filter((at) => at !== null)
    return moments.length === 0 ? null : Math.min(...moments)
  }

  /** Sends what is due by the clock, and takes in what was reported by then. */
  async settle(): Promise<void> {
    const { useCases, clock, network, readReport } = this.#deps
    const later = this.#sends.filter((at) => at > clock.now())
    const isDue = later.length < this.#sends.length
    this.#sends = later
    if (isDue) await this.#send()
    for (const staged of network.fetchReports()) await useCases.recordDeliveryReport.execute(readReport(staged))
  }

  async #send(): Promise<void> {
    const { claimDueMessages, sendClaimedMessage } = this.#deps.useCases
    const { token, messageIds } = await claimDueMessages.execute({ limit: AT_ONCE })
    for (const messageId of messageIds) await sendClaimedMessage.execute({ messageId, token })
  }
}
