import { foldSign } from './fold.ts'

/** Stands before the digits of a number, so that no word is taken for one; search itself never reads it as a letter. */
export const ANYWHERE = '＃'
/** Before a whole number with its country code. */
const BEGINNING = '＋'
/** Fewer digits than these stand in almost every number. */
export const FEWEST_DIGITS = 3
/** After 00, so that it is taken for the way out of a country and not for two digits of a number. */
const AFTER_WAY_OUT = 6

/** ITU-T E.164: the country codes of one and two digits; all others have three. */
const SHORT_CODES = new Set(
  '1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
    ' ',
  ),
)
/**
 * What is dialled within a country in place of its code: 0 as in most (ITU-T E.123), but not so where it is listed here. In
 * North America nothing is, and in Italy the 0 is a part of the number.
 */
const TRUNK_PREFIX: Readonly<Record<string, string | null>> = { 1: null, 7: '8', 36: '06', 39: null }

/** By what a number is found: its digits in a row from anywhere, with + from its beginning, and the way it is dialled at home. */
export function numberTokens(e164: string): string[] {
  const digits = e164.replace(/\D/g, '')
  const tails = Array.from({ length: Math.max(0, digits.length - FEWEST_DIGITS + 1) }, (_, from) => digits.slice(from))
  const home = e164.startsWith('+') ? atHome(digits) : null
  return [...tails, ...(home === null ? [] : [home])]
    .map((tail) => ANYWHERE + tail)
    .concat(e164.startsWith('+') ? [BEGINNING + digits] : [])
}

/**
 * A number as people write it, or a part of one, as the beginning of such a token: "(0121) 496", "+44 (0)121", "00 44 121",
 * "tel:121-496". Null where it is none.
 */
export function readNumber(search: string): string | null {
  const typed = [...search]
    .map(foldSign)
    .join('')
    .replace(/^\s*tel:/, '')
  if (!/^[\s\d+().\-/\u2010-\u2015\u2212]+$/.test(typed)) return null
  const isWhole = /^[\s(]*\+/.test(typed)
  const digits = (isWhole ? typed.replace(/\(0\)/, '') : typed).replace(/\D/g, '')
  if (digits.length < FEWEST_DIGITS) return null
  if (isWhole) return BEGINNING + digits
  const leavesCountry = digits.startsWith('00') && digits.length >= 2 + AFTER_WAY_OUT
  return leavesCountry ? BEGINNING + digits.slice(2) : ANYWHERE + digits
}

function atHome(digits: string): string | null {
  const length = [1, 2].find((count) => SHORT_CODES.has(digits.slice(0, count))) ?? 3
  const code = digits.slice(0, length)
  const prefix = code in TRUNK_PREFIX ? TRUNK_PREFIX[code] : '0'
  return prefix == null ? null : prefix + digits.slice(length)
}
