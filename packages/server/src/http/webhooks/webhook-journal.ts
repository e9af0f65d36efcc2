export interface WebhookRefusal {
  readonly at: number
  readonly reason: string
  /** What to change so that the next one is taken. */
  readonly cure: string
}

/** What came to the webhooks since this process started. Kept in memory: it answers "why does nothing arrive?" */
export class WebhookJournal {
  #received = 0
  #repeated = 0
  #reports = 0
  #refused = 0
  #lastRefusal: WebhookRefusal | null = null

  recordText({ repeated }: { repeated: boolean }): void {
    this.#received += 1
    if (repeated) this.#repeated += 1
  }

  recordReport(): void {
    this.#reports += 1
  }

  recordRefusal(refusal: WebhookRefusal): void {
    this.#refused += 1
    this.#lastRefusal = refusal
  }

  /** Texts answered OK, repeats included. */
  get received(): number {
    return this.#received
  }

  get repeated(): number {
    return this.#repeated
  }

  get reports(): number {
    return this.#reports
  }

  get refused(): number {
    return this.#refused
  }

  get lastRefusal(): WebhookRefusal | null {
    return this.#lastRefusal
  }
}
