export function median(values: readonly number[]): number {
  const sorted = inOrder(values)
  const middle = sorted.length / 2
  const upper = at(sorted, Math.floor(middle))
  return Number.isInteger(middle) ? (at(sorted, middle - 1) + upper) / 2 : upper
}

/** Nearest rank: a value that was really measured. `share` from 0 to 1. */
export function percentile(values: ArrayLike<number>, share: number): number {
  const sorted = inOrder(values)
  return at(sorted, Math.max(0, Math.ceil(sorted.length * share) - 1))
}

function inOrder(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).sort()
}

function at(values: Float64Array, place: number): number {
  const value = values[place]
  if (value === undefined) throw new Error('Nothing was measured')
  return value
}
