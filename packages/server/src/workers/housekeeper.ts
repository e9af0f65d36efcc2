import type { Clock, UnitOfWork } from '@textdesk/core'

interface Deps {
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly onError: (error: unknown) => void
}

const ROUND_EVERY_MS = 60_000
/** A signature id is kept so long past its end: longer than any clock tolerance lets it be used again. */
export const SIGNATURE_KEPT_MS = 10 * 60_000

/** Takes out what the desk no longer needs to remember. */
export class Housekeeper {
  readonly #deps: Deps
  #timer: NodeJS.Timeout | null = null
  #round: Promise<void> = Promise.resolve()

  constructor(deps: Deps) {
    this.#deps = deps
  }

  start(): void {
    this.#timer ??= setInterval(() => {
      this.#round = this.#round.then(() => this.tidy())
    }, ROUND_EVERY_MS)
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
    await this.#round
  }

  async tidy(): Promise<void> {
    const expiredBefore = this.#deps.clock.now() - SIGNATURE_KEPT_MS
    await this.#deps.unitOfWork
      .run((desk) => desk.receipts.forgetSignatures(expiredBefore))
      .catch((error) => this.#deps.onError(error))
  }
}
