import type { Bench, Finding } from '../measure.ts'
import { type Comparison, compareDesks } from './compare-desks.ts'

const VIEWS = ['waiting', 'all'] as const

interface FirstPages extends Pick<Comparison, 'large' | 'small'> {
  /** Before the measure's name. */
  readonly prefix?: string
  readonly largeSize: string
  readonly smallSize: string
}

/** What the first 50 tickets of each list cost on a large desk against a small one. */
export async function compareFirstPages(bench: Bench, pages: FirstPages): Promise<Finding[]> {
  const { prefix = '', largeSize, smallSize, large, small } = pages
  const findings: Finding[] = []
  for (const view of VIEWS) {
    const comparison = {
      measure: `${prefix}first page of ${view}, ${largeSize}, p95`,
      reference: smallSize,
      path: `/api/tickets?view=${view}&limit=50`,
      large,
      small,
      goal: { atMost: 1.5 },
    }
    findings.push(await compareDesks(bench, comparison))
  }
  return findings
}
