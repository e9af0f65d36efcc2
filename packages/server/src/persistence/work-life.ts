/** The life of what one unit of work speaks to the database through: it ends with the unit of work, and so does its use. */
export class WorkLife {
  #ended = false
  #pending = 0

  /**
   * Ends when the unit of work has settled.
   * @throws when it settled before it had all its answers.
   */
  async lead<T>(work: () => Promise<T>): Promise<T> {
    try {
      const value = await work()
      if (this.#pending > 0)
        throw new Error('A unit of work settled before its last answer had come: an await is missing')
      return value
    } finally {
      this.end()
    }
  }

  end(): void {
    this.#ended = true
  }

  /** An answer that the unit of work must wait for. */
  async awaiting<T>(ask: () => Promise<T>): Promise<T> {
    this.refuseOnceEnded()
    this.#pending += 1
    try {
      return await ask()
    } finally {
      this.#pending -= 1
    }
  }

  refuseOnceEnded(): void {
    if (this.#ended) throw new Error('This unit of work is over: what it handed out cannot be used any more')
  }
}
