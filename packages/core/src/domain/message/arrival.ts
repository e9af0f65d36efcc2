/** How a text from a customer came in. */
export interface Arrival {
  /** `fetched`: the desk found it in the provider's own list, since its webhook had not come. */
  readonly by: 'webhook' | 'fetched'
  /** When the provider got it, by the provider's clock; null where the webhook did not say. */
  readonly sentAt: number | null
  /** What the provider calls it; null where the webhook did not say. */
  readonly providerId: string | null
}
