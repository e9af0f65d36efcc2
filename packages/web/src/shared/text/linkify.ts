export interface TextPart {
  readonly text: string
  /** Set where the text is an address that may be opened. */
  readonly href: string | null
}

const ADDRESS = /https?:\/\/[^\s<>"'`]+/gi
const TRAILING = /[.,;:!?)\]}]+$/

/** Splits a text at its web addresses. Only http and https count: a customer's text is nobody's code. */
export function linkify(body: string): TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const match of body.matchAll(ADDRESS)) {
    const address = match[0].replace(TRAILING, '')
    if (!URL.canParse(address)) continue
    if (match.index > end) parts.push({ text: body.slice(end, match.index), href: null })
    parts.push({ text: address, href: address })
    end = match.index + address.length
  }
  if (end < body.length) parts.push({ text: body.slice(end), href: null })
  return parts
}
