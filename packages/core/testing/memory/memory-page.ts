import type { Page } from '../../src/ports/queries/ticket-queries.ts'

/** Where a row stands: ascending by the first number, then by the second. No two rows share a position. */
export type Position = readonly [number, number]

/** The rows after the cursor, by position. A cursor that cannot be read counts as none. */
export function readPage<Row>(
  rows: readonly Row[],
  positionOf: (row: Row) => Position,
  cursor: string | null,
  limit: number,
): Page<Row> {
  const from = cursor === null ? null : readCursor(cursor)
  const left = rows
    .filter((row) => from === null || compare(positionOf(row), from) > 0)
    .sort((a, b) => compare(positionOf(a), positionOf(b)))
  const items = left.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: last && left.length > limit ? positionOf(last).join('/') : null }
}

function readCursor(cursor: string): Position | null {
  const parts = /^(-?\d+)\/(-?\d+)$/.exec(cursor)
  return parts && [Number(parts[1]), Number(parts[2])]
}

function compare(a: Position, b: Position): number {
  return a[0] - b[0] || a[1] - b[1]
}
