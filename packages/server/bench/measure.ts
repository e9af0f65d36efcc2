import type { BenchPostgres } from './desk/bench-postgres.ts'

/** What `npm run bench` was asked for, and where it may work. */
export interface Bench {
  /** Small numbers: shows that everything runs, says nothing about speed. */
  readonly quick: boolean
  /** Of the large desk. */
  readonly tickets: number
  /** On the disk that is measured; kept between runs. */
  readonly cacheFolder: string
  /** On the same disk; gone when the run ends. */
  readonly workFolder: string
  /** Where the desks leave CPU profiles; null when nobody asked for them. */
  readonly profiles: string | null
  readonly postgres: BenchPostgres
  readonly say: (progress: string) => void
}

/** One line of the table: something measured against a reference of the same run. */
export interface Finding {
  readonly measure: string
  readonly value: string
  readonly reference: string
  readonly referenceValue: string
  /** Median over the rounds of the ratio of each round, unless the measure says otherwise. */
  readonly ratio: number
  /** Null where it is only told. */
  readonly goal: Goal | null
}

export type Goal = { readonly atLeast: number } | { readonly atMost: number }

export interface Measurement {
  readonly findings: readonly Finding[]
  /** What one has to know to read them. */
  readonly notes: readonly string[]
  /** What is too long for a note, such as a plan: a headline and its lines. */
  readonly appendix?: { readonly headline: string; readonly text: string }
}

export type Measure = (bench: Bench) => Promise<Measurement>

export function isReached(ratio: number, goal: Goal): boolean {
  return 'atLeast' in goal ? ratio >= goal.atLeast : ratio <= goal.atMost
}
