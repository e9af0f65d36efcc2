import { type Death, FAILPOINTS, type Failpoint } from '../failpoints/failpoints.ts'
import type { Verdict } from '../fault.ts'

/** How a life of the desk ended. */
export type End = 'at its failpoint' | 'at random' | 'after the load'

const COUNTED = [
  'kills',
  'texts answered OK before the kill',
  'replies accepted before the kill',
  'texts the provider took',
  'uncertain after a kill',
  'of these settled by a report',
  'of these settled by a look-up',
  'of these shown to an agent',
  'of these automatic, left as they are',
  'texts or replies lost',
  'texts or replies doubled',
  'tickets doubled',
  'tickets not confirmed exactly once',
  'SMS sent twice',
  'texts called sent that nobody took',
  'replies neither sent nor shown',
  'reports answered OK and lost',
  'servers that died unasked',
] as const

type Counted = (typeof COUNTED)[number]

/** What was counted over all cycles of all desks. */
export class KillTally {
  readonly broken: string[] = []
  readonly #counts = new Map<Counted, number>(COUNTED.map((what) => [what, 0]))
  readonly #kills = new Map<string, number>()
  readonly #reached = new Set<Failpoint>()

  add(what: Counted, count = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + count)
  }

  kill(death: Death | null, end: End): void {
    this.add('kills')
    const isThere = end === 'at its failpoint' && death
    if (isThere) this.#reached.add(death.at)
    const where = `killed ${isThere ? death.at.replace(':', ': ') : end}`
    this.#kills.set(where, (this.#kills.get(where) ?? 0) + 1)
  }

  /** A promise did not hold, once for every offender; in no finite cycle: that is known only in the end. */
  blame(what: Counted, offenders: readonly unknown[], cycle: number): void {
    if (offenders.length === 0) return
    this.add(what, offenders.length)
    const when = Number.isFinite(cycle) ? `cycle ${cycle}` : 'in the end'
    this.broken.push(`${when}: ${offenders.length} ${what}, such as ${String(offenders[0])}`)
  }

  verdict(): Verdict {
    const reached = ['failpoints reached', `${this.#reached.size} of ${FAILPOINTS.length}`] as const
    return { figures: Object.fromEntries([...this.#counts, reached, ...[...this.#kills].sort()]), broken: this.broken }
  }
}
