export interface WebhookRefusal {
  readonly at: number
  readonly reason: string
  /** What to change so that the next one is taken. */
  readonly cure: string
  /** Whether it bore a signature, good or bad. */
  readonly signed: boolean
  /** Where the provider sent it, if that was proved to be another address than ours. */
  readonly arrivedAt: ArrivalAddress | null
}

export interface ArrivalAddress {
  readonly origin: string
  readonly path: string
}

/** What came to the webhooks of one server since it started, or of several together. */
export interface WebhookFigures {
  readonly received: number
  readonly repeated: number
  readonly reports: number
  readonly refused: number
  readonly refusedByReason: Iterable<readonly [reason: string, count: number]>
  readonly lastTakenAt: number | null
  readonly lastRefusal: WebhookRefusal | null
  /** Where the provider sends texts instead of here, if none was taken since. */
  readonly moved: (ArrivalAddress & { readonly at: number }) | null
  /** How often there was something that owners' pages should know at once. */
  readonly news: number
}
