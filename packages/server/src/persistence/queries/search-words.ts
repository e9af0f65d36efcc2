/** Who finds more than these should ask for more words; the newest are kept. */
export const TEXTS_LIMIT = 2_000
export const CONTACTS_LIMIT = 1_000

const WORDS_LIMIT = 12
/** Fewer digits than these stand in almost every number. */
const NUMBER_LENGTH = 3

/** Letters and digits alone, in lower case: nothing that is typed can be an operator. */
export function wordsOf(search: string): string[] {
  return (search.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, WORDS_LIMIT)
}

/** In signs, as a reader counts them. */
export function lengthOf(word: string): number {
  return [...word].length
}

/** The digits of a number as people write it: "(020) 7946 0958" is found in +442079460958. Null where it is none. */
export function digitsOf(search: string): string | null {
  if (!/^[\s\d+().\-/]+$/.test(search)) return null
  const digits = search.replace(/\D/g, '').replace(/^0+/, '')
  return digits.length >= NUMBER_LENGTH ? digits : null
}
