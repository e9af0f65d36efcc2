/** Scripts that are written from right to left, and the marks that turn the direction. */
const TURNS =
  /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u
const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

/**
 * Somebody's words within a sentence of the page: where they run from right to left, they must not carry the numbers and
 * times beside them along. For whole elements there is `dir="auto"`.
 */
export function isolated(words: string): string {
  return TURNS.test(words) ? FIRST_STRONG_ISOLATE + words + POP_ISOLATE : words
}
