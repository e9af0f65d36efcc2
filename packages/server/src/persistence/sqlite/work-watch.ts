/** A unit of work that takes longer holds up everybody else's writing. */
const WORK_LIMIT_MS = 1_000

export class WorkTooSlow extends Error {
  constructor() {
    super(`A unit of work took longer than ${WORK_LIMIT_MS} ms and was undone`)
    this.name = 'WorkTooSlow'
  }
}

/** Runs one unit of work at a time and gives up on one that does not settle. */
export class WorkWatch {
  readonly #timer = setTimeout(() => this.#giveUp?.(), WORK_LIMIT_MS).unref()
  #giveUp: (() => void) | null = null

  /** @throws WorkTooSlow when it takes longer than the limit, even if it settles in the end. */
  async limit<T>(work: () => Promise<T>): Promise<T> {
    const started = performance.now()
    const value = await this.#unlessTooSlow(work)
    // A unit of work that never lets go of the thread keeps the timer from firing.
    if (performance.now() - started > WORK_LIMIT_MS) throw new WorkTooSlow()
    return value
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #unlessTooSlow<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#giveUp = () => reject(new WorkTooSlow())
      this.#timer.refresh()
      work().then(resolve, reject)
    })
  }
}
