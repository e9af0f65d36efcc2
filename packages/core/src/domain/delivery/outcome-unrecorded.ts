/**
 * What became of a send is known, and the storage would not take it. `record` tries again; it may be tried as often as it
 * takes, also after the lease, when it counts as evidence. Never a reason to send again.
 */
export class OutcomeUnrecorded extends Error {
  /** @throws what the unit of work throws. */
  readonly record: () => Promise<void>

  constructor(record: () => Promise<void>, cause: unknown) {
    super('A text was sent, and what became of it could not be stored', { cause })
    this.name = 'OutcomeUnrecorded'
    this.record = record
  }
}
