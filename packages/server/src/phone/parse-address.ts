import { toUSVString } from 'node:util'
import type { Address } from '@textdesk/core'
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

const SEPARATORS = /[\s().\-\u2010-\u2015]/g
const DIGITS = /^\+?(\d+)$/
const MAX_VALUE_LENGTH = 64
const MAX_SHORT_CODE_LENGTH = 6

/**
 * Who sent or gets a text, from what a provider wrote on the wire: a number with or without its plus, a short code, or a
 * name. Refuses nothing, since a text is never lost over its sender: what cannot be a phone is a short code or a name.
 */
export function parseAddress(raw: string): Address {
  const digits = DIGITS.exec(raw.replace(SEPARATORS, ''))?.[1]
  if (digits === undefined) return { kind: 'name', value: shorten(raw.trim()) }
  if (digits.length <= MAX_SHORT_CODE_LENGTH) return { kind: 'short-code', value: digits }
  const international = digits.startsWith('00') ? digits.slice(2) : digits
  if (isPhone(international)) return { kind: 'phone', value: `+${international}` }
  return { kind: 'short-code', value: shorten(digits) }
}

/** Eight digits and more are taken for a phone even where no numbering plan knows them; real ones of seven are few. */
function isPhone(digits: string): boolean {
  if (digits.startsWith('0') || digits.length > 15) return false
  return digits.length >= 8 || parsePhoneNumberFromString(`+${digits}`)?.isValid() === true
}

function shorten(value: string): string {
  return toUSVString(value.slice(0, MAX_VALUE_LENGTH))
}
