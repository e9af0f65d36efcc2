import { plainNumber } from '@textdesk/core/text'
import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min'
import { withoutMobileOne } from './mexican-mobile.ts'

type Hint = { defaultCountry: CountryCode } | { defaultCallingCode: string } | Record<never, never>

/**
 * What a person typed as a phone number, as E.164, or null. `near` says how to read a national number: a country ("NL")
 * or a number of that country in E.164, such as the inbox's own.
 */
export function parsePhone(typed: string, near?: string): string | null {
  const text = plainNumber(typed)
  const mexican = withoutMobileOne(text)
  const readings = [
    mexican === null ? null : read(mexican, {}),
    read(text, hintFrom(near)),
    ...(text.startsWith('+') ? [] : [read(asInternational(text), {})]),
  ]
  const possible = readings.filter((number) => number !== null)
  // A number out of a plan newer than the library's is still accepted when its length fits.
  return (possible.find((number) => number.isValid()) ?? possible[0])?.number ?? null
}

function read(text: string, hint: Hint): PhoneNumber | null {
  const number = parsePhoneNumberFromString(text, { ...hint, extract: false })
  return number?.isPossible() && number.ext === undefined ? number : null
}

function hintFrom(near: string | undefined): Hint {
  if (near === undefined) return {}
  if (isSupportedCountry(near)) return { defaultCountry: near }
  const number = parsePhoneNumberFromString(near)
  if (number === undefined) return {}
  return number.country ? { defaultCountry: number.country } : { defaultCallingCode: number.countryCallingCode }
}

function asInternational(text: string): string {
  return `+${text.replace(/^00/, '')}`
}
