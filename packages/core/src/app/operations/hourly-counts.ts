const HOUR = 3_600_000
/** The 28 days that the rule of silence looks back, and one more. */
const MAX_HOURS = 29 * 24

/** Remembers what was counted of hours that are over: those counts do not change any more. */
export class HourlyCounts<Count> {
  readonly #counts = new Map<number, Count>()

  /** `hour`: hours since 1970. */
  async of(hour: number, count: (from: number, to: number) => Promise<Count>): Promise<Count> {
    const known = this.#counts.get(hour)
    if (known !== undefined) return known
    const counted = await count(hour * HOUR, (hour + 1) * HOUR)
    this.#counts.set(hour, counted)
    const [oldest] = this.#counts.keys()
    if (this.#counts.size > MAX_HOURS && oldest !== undefined) this.#counts.delete(oldest)
    return counted
  }
}
