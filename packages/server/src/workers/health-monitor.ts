import type { TellIncidents, WatchDesk, WebhookRecord } from '@textdesk/core'

interface Deps {
  readonly watchDesk: Pick<WatchDesk, 'execute'>
  readonly tellIncidents: Pick<TellIncidents, 'execute'>
  readonly webhooks: () => WebhookRecord
  /** Whether no other server can be on this desk. */
  readonly isAlone: boolean
  readonly onError: (error: unknown) => void
}

const ROUND_EVERY_MS = 60_000

/** Goes round the desk every minute, notes what is wrong or well again, and sees to it that the owner is told. */
export class HealthMonitor {
  readonly #deps: Deps
  #timer: NodeJS.Timeout | null = null
  #round: Promise<void> = Promise.resolve()

  constructor(deps: Deps) {
    this.#deps = deps
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.goRound(), ROUND_EVERY_MS)
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
    await this.#round
  }

  /** One round after the other, however long each takes. Never rejects. */
  goRound(): Promise<void> {
    this.#round = this.#round.then(() => this.#look())
    return this.#round
  }

  /** What was found before is told even where looking fails. */
  async #look(): Promise<void> {
    const { watchDesk, tellIncidents, webhooks, isAlone, onError } = this.#deps
    await watchDesk.execute({ webhooks: webhooks(), isAlone }).catch(onError)
    await tellIncidents.execute().catch(onError)
  }
}
