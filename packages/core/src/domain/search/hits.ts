import type { Run } from './runs.ts'
import type { Term } from './search-query.ts'
import { allRuns, shortened } from './tokens.ts'

/** Where something stands in a text: UTF-16 offsets, the second behind its end. */
export type Range = readonly [number, number]

/** Whether a text holds all of them. */
export function holdsAll(text: string, terms: readonly Term[]): boolean {
  const runs = allRuns(text)
  return terms.every((term) => runs.some((run) => placesIn(run, term).length > 0))
}

/** Every place where one of them stands, in order; those that touch or overlap are one. */
export function rangesIn(text: string, terms: readonly Term[]): Range[] {
  const found = allRuns(text).flatMap((run) => terms.flatMap((term) => placesIn(run, term)))
  const ranges: [number, number][] = []
  for (const [start, end] of found.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = ranges.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else ranges.push([start, end])
  }
  return ranges
}

function placesIn(run: Run, { kind, text }: Term): Range[] {
  if (run.kind !== kind) return []
  if (kind === 'word') return beginsWith(run.text, text) ? [rangeOf(run, 0, text.length)] : []
  const places: Range[] = []
  for (let at = run.text.indexOf(text); at >= 0; at = run.text.indexOf(text, at + text.length))
    places.push(rangeOf(run, at, text.length))
  return places
}

function beginsWith(word: string, start: string): boolean {
  return [...start].length > 1 ? shortened(word).startsWith(start) : word === start
}

function rangeOf({ starts, ends }: Run, at: number, length: number): Range {
  return [starts[at] ?? 0, ends[at + length - 1] ?? 0]
}
