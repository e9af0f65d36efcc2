interface FoundPhone {
  readonly start: number
  readonly end: number
  readonly href: string
}

/** Digits in groups, the last of two at least, with what people write between. Bounded, so that no text takes long to read. */
const NUMBER =
  /(?<![\p{Script=Latin}\p{N}+._/-])(?:\+|\(\+?)?\d(?:[ \u00A0.\-/()]{0,2}\d){5,15}\d(?![\p{Script=Latin}\p{N}]|[.,:/-]\d)/gu
const DATE = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?!\d)/
const NORTH_AMERICAN = /^(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-. ]\d{4}$/
const SHORTEST = 8
const SHORTEST_NATIONAL = 9
const MAX_LENGTH = 15

/**
 * Phone numbers in a text. Only what looks like nothing else: with a plus, in groups after a zero, or as North Americans
 * write them. Bare digits are as likely an order or a parcel.
 */
export function phonesIn(text: string): FoundPhone[] {
  const found: FoundPhone[] = []
  for (const { 0: written, index } of text.matchAll(NUMBER)) {
    const href = hrefOf(written)
    if (href) found.push({ start: index, end: index + written.length, href })
  }
  return found
}

function hrefOf(written: string): string | null {
  // "+44 (0)20" is dialled without its zero.
  const digits = written.replace(/\+(.*?)\(0\)/, '+$1').replaceAll(/\D/g, '')
  if (digits.length > MAX_LENGTH || DATE.test(written)) return null
  if (/^\(?\+/.test(written)) return digits.length >= SHORTEST ? `tel:+${digits}` : null
  if (NORTH_AMERICAN.test(written)) return `tel:${digits}`
  const isInGroups = /^\(?0/.test(written) && /\d\D+\d/.test(written)
  return isInGroups && digits.length >= SHORTEST_NATIONAL ? `tel:${digits}` : null
}
