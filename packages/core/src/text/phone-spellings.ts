/**
 * Countries in which one mobile number is written in two ways, and networks deliver texts under either:
 * - Argentina: a 9 after the country code, which texts from abroad leave out. The ten digits after it belong to one line, be it
 *   fixed or mobile (area codes begin with 1, 2 or 3).
 * - Mexico: a 1 after the country code, which the numbering plan dropped in August 2019.
 *
 * Both as in the notes of Google's libphonenumber and ITU-T E.164, national numbering plans. Not folded: Brazil's ninth digit, as
 * numbers with eight are in use as fixed lines and trunked radio, so that two of them may be two people; plans that grew longer
 * once (Benin, Ivory Coast, Vietnam), as only one form reaches anybody today.
 */
const TWO_SPELLINGS = [
  { short: /^\+54([1-3]\d{9})$/, long: /^\+549([1-3]\d{9})$/, prefixes: ['+54', '+549'] },
  { short: /^\+52([2-9]\d{9})$/, long: /^\+521([2-9]\d{9})$/, prefixes: ['+52', '+521'] },
] as const

/** All ways in which this number in E.164 is written, the shortest first; only itself for almost every number. */
export function spellingsOf(number: string): readonly string[] {
  for (const { short, long, prefixes } of TWO_SPELLINGS) {
    const subscriber = (short.exec(number) ?? long.exec(number))?.[1]
    if (subscriber !== undefined) return prefixes.map((prefix) => prefix + subscriber)
  }
  return [number]
}

/** Whether two numbers in E.164 are one, however each is written. */
export function isSameNumber(one: string, other: string): boolean {
  return spellingsOf(one).includes(other)
}
