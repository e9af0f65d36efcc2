/** A text as a provider is given it. */
export interface OutgoingText {
  /** Our message id. Providers hand it back in delivery reports as the reference. */
  readonly id: string
  /** The inbox's own number, E.164. */
  readonly from: string
  /** E.164. */
  readonly to: string
  readonly body: string
}
