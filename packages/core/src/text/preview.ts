import { graphemes } from './graphemes.ts'
import { showsAnything } from './shows-anything.ts'

export const EMPTY_TEXT = '(empty text)'

/** The most code points a preview has, the ellipsis included. */
export const PREVIEW_LENGTH = 120

/** A body on one line, cut between characters as a reader sees them. */
export function preview(body: string): string {
  const line = body.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  if (!showsAnything(line)) return EMPTY_TEXT
  // A code point has two units at most, so this holds enough of any line.
  const points = [...line.slice(0, 2 * PREVIEW_LENGTH + 2)]
  if (points.length <= PREVIEW_LENGTH) return line
  return `${cut(points, PREVIEW_LENGTH - 1).trimEnd()}…`
}

function cut(points: readonly string[], room: number): string {
  let kept = ''
  let used = 0
  for (const grapheme of graphemes(points.join(''))) {
    used += [...grapheme].length
    if (used > room) break
    kept += grapheme
  }
  return kept || points.slice(0, room).join('')
}
