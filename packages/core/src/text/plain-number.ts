const FORMAT = /\p{Cf}/gu
const DIGIT = /\p{Nd}/u
/** RFC 3966, RFC 5724, and what other programs put before a number. */
const SCHEME = /^\s*(?:tel|sms|smsto|callto):\s*/i
/** "(+1) 202" and "(001) 202": brackets around the country code, not around a part of the number. */
const BRACKETED_COUNTRY = /^\(\s*(\+|00)\s*(\d{1,3})\s*\)/
const CONTEXT = /;phone-context=(\+[\d.\-()]+)/i
const EXTENSION = /;ext=\d/i

/**
 * A number as it was typed or pasted, in plain digits with what people write between them: without the marks of direction
 * that address books copy along, without `tel:` and its parameters, digits of any script as 0 to 9. One with an extension
 * (RFC 3966 `;ext=`) keeps it as " ext. 1", since no text reaches an extension.
 */
export function plainNumber(typed: string): string {
  const ascii = inAscii(typed.normalize('NFKC').replaceAll(FORMAT, ''))
  const number = SCHEME.test(ascii) || /;(?:ext|phone-context|isub)=/i.test(ascii) ? fromUri(ascii) : ascii
  return number
    .trim()
    .replace(BRACKETED_COUNTRY, '$1$2 ')
    .replace(/^\+\s+/, '+')
    .replace(/[.,;]+$/, '')
}

function fromUri(uri: string): string {
  const written = readable(uri.replace(SCHEME, '').replace(/^\/\//, ''))
  const number = written.split(/[;?]/, 1)[0] ?? ''
  const context = number.startsWith('+') ? '' : (CONTEXT.exec(written)?.[1] ?? '')
  return context + number + (EXTENSION.test(written) ? ' ext. 1' : '')
}

function readable(uri: string): string {
  try {
    return decodeURIComponent(uri)
  } catch {
    return uri
  }
}

/** Unicode keeps the ten digits of a script together, zero first. */
function inAscii(text: string): string {
  return text.replaceAll(/(?![0-9])\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0
    let before = 0
    while (before < point && DIGIT.test(String.fromCodePoint(point - before - 1))) before += 1
    return String(before % 10)
  })
}
