export interface WebhookRefusal {
  readonly at: number
  readonly reason: string
  /** What to change so that the next one is taken. */
  readonly cure: string
}

/** What came to the webhooks since this process started. Kept in memory: it answers "why does nothing arrive?" */
export class WebhookJournal {
  #received = 0
  #duplicates = 0
  #reports = 0
  #refused = 0
  #lastTextAt: number | null = null
  #lastRefusal: WebhookRefusal | null = null

  recordText(at: number, duplicate: boolean): void {
    this.#received += 1
    if (duplicate) this.#duplicates += 1
    this.#lastTextAt = at
  }

  recordReport(): void {
    this.#reports += 1
  }

  recordRefusal(refusal: WebhookRefusal): void {
    this.#refused += 1
    this.#lastRefusal = refusal
  }

  /** Texts answered OK, duplicates included. */
  get received(): number {
    return this.#received
  }

  get duplicates(): number {
    return this.#duplicates
  }

  get reports(): number {
    return this.#reports
  }

  get refused(): number {
    return this.#refused
  }

  get lastTextAt(): number | null {
    return this.#lastTextAt
  }

  get lastRefusal(): WebhookRefusal | null {
    return this.#lastRefusal
  }
}
