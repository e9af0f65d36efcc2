import type { Ids, OutgoingText, SendOutcome, SmsGateway } from '@textdesk/core'
import { fateOf } from './simulated-fate.ts'

interface Deps {
  readonly ids: Ids
  /** Delivers the fields of a status report to the desk's own webhook. */
  readonly report: (fields: Record<string, string>) => Promise<unknown>
  readonly onError: (error: unknown) => void
}

/** Long enough to watch a text travel, short enough not to wait for it. */
const BETWEEN_REPORTS_MS = 400

/** A phone network that leads nowhere: it takes every text and reports on it like a real one. */
export class SimulatedGateway implements SmsGateway {
  readonly #deps: Deps
  readonly #timers = new Set<NodeJS.Timeout>()
  #stopped = false

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async send({ id, to }: OutgoingText): Promise<SendOutcome> {
    const { outcome, reports } = fateOf(to)
    if (outcome) return outcome
    const providerMessageId = this.#deps.ids.uuid()
    this.#reportNext({ id: providerMessageId, reference: id, recipient: to.slice(1) }, reports)
    return { kind: 'accepted', providerMessageId }
  }

  /** Reports no more. */
  stop(): void {
    this.#stopped = true
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
  }

  #reportNext(text: Record<string, string>, [next, ...rest]: readonly Readonly<Record<string, string>>[]): void {
    if (!next || this.#stopped) return
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      this.#deps
        .report({ ...text, ...next })
        .catch((error) => this.#deps.onError(error))
        .then(() => this.#reportNext(text, rest))
    }, BETWEEN_REPORTS_MS)
    this.#timers.add(timer)
  }
}
