/** Where a page ended: the values that the list is ordered by, in that order. Opaque to whoever gets it. */
export function writeCursor(position: readonly number[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/** Null when it is none of ours: then the list starts at its beginning. */
export function readCursor(cursor: string | null, length: number): number[] | null {
  if (cursor === null) return null
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return isPosition(position, length) ? position : null
  } catch {
    return null
  }
}

function isPosition(value: unknown, length: number): value is number[] {
  return Array.isArray(value) && value.length === length && value.every(Number.isSafeInteger)
}
