import type { Bench } from '../measure.ts'
import type { DeskSize } from './fill-desk.ts'

/** The desk of a large company after years, and one that has just begun. */
export function deskSizes({ quick, tickets }: Bench): { large: DeskSize; small: DeskSize } {
  if (quick) return { large: { tickets: 300, long: 100, short: 10 }, small: { tickets: 100, long: 20, short: 10 } }
  return { large: { tickets, long: 5_000, short: 10 }, small: { tickets: 1_000, long: 50, short: 10 } }
}
