/** How much of it: kills, pairs, bodies. */
export type Amounts = Readonly<Record<string, number>>

/** A promise of the desk, and what is done to it to see whether it holds. */
export interface Fault<A extends Amounts = Amounts> {
  /** As in `npm run faults -- NAME`. */
  readonly name: string
  readonly promise: string
  /** For every test run: seconds. */
  readonly quick: A
  /** For a run by hand: what the documents quote. */
  readonly full: A
  run(trial: Trial<A>): Promise<Verdict>
}

/** One run of a fault. */
export interface Trial<A extends Amounts = Amounts> {
  readonly amounts: A
  /** Empty, on a real disk; gone afterwards. */
  readonly folder: string
  readonly say: (progress: string) => void
}

export interface Verdict {
  /** What was counted, in words that go before the number. */
  readonly figures: Readonly<Record<string, number | string>>
  /** Every way in which the promise did not hold, in a sentence each; empty when it held. */
  readonly broken: readonly string[]
}
