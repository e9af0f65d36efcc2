/** A closure that takes longer holds up everybody else's writing. */
const CLOSURE_LIMIT_MS = 1_000

export class ClosureTooSlow extends Error {
  constructor() {
    super(`A unit of work took longer than ${CLOSURE_LIMIT_MS} ms and was undone`)
    this.name = 'ClosureTooSlow'
  }
}

/** Runs one closure at a time and gives up on one that does not settle. */
export class ClosureWatch {
  readonly #timer = setTimeout(() => this.#giveUp?.(), CLOSURE_LIMIT_MS).unref()
  #giveUp: (() => void) | null = null

  /** @throws ClosureTooSlow when it takes longer than the limit, even if it settles in the end. */
  async limit<T>(work: () => Promise<T>): Promise<T> {
    const started = performance.now()
    const value = await this.#unlessTooSlow(work)
    // A closure that never lets go of the thread keeps the timer from firing.
    if (performance.now() - started > CLOSURE_LIMIT_MS) throw new ClosureTooSlow()
    return value
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #unlessTooSlow<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#giveUp = () => reject(new ClosureTooSlow())
      this.#timer.refresh()
      work().then(resolve, reject)
    })
  }
}
