import { cpus, loadavg } from 'node:os'

/** One line of the table: what was measured, and what it should be. */
export interface Figure {
  readonly what: string
  readonly goal: string
  readonly measured: string
  readonly isMet: boolean
}

export function atMost(what: string, value: number, limit: number, unit: string): Figure {
  const shown = unit === 'KB' || unit === 's' ? value.toFixed(1) : String(Math.round(value))
  return { what, goal: `≤ ${limit} ${unit}`, measured: `${shown} ${unit}`, isMet: value <= limit }
}

export function table(figures: readonly Figure[]): string {
  const rows = figures.map(
    ({ what, goal, measured, isMet }) => `| ${what} | ${goal} | ${measured} | ${isMet ? 'yes' : '**no**'} |`,
  )
  return ['| What | Goal | Measured | Met |', '|---|---|---|---|', ...rows].join('\n')
}

/** What the times were measured on: a line to go with the table. */
export function circumstances(): string {
  const load = loadavg().map((each) => each.toFixed(1))
  return `${cpus().length} x ${cpus()[0]?.model.trim()}, load average ${load.join(', ')} at the end.`
}

/** The value that this share of all values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
