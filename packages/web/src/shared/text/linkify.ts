import { LinkifyIt } from 'linkify-it'
import { phonesIn } from './phones-in.ts'

export interface TextPart {
  readonly text: string
  /** Set where the text is an address that may be opened: http, https, mailto or tel. */
  readonly href: string | null
}

interface Found {
  readonly start: number
  readonly end: number
  readonly href: string
}

const SAFE = /^(https?:\/\/|mailto:|tel:\+?\d)/i
/** They show nothing, so they end an address; the joiners of some scripts stand inside words. */
const INVISIBLE = /(?![\u200C\u200D])[\p{Cf}\p{Cc}]/gu
/** Many scripts leave no space before an address, and some people neither. */
const LETTER_BEFORE = /\p{L}(?=https?:\/\/)|(?!\p{Script=Latin})\p{L}(?=www\.)/giu

const linkifier = new LinkifyIt({ fuzzyLink: true, urlAuth: true }).add('ftp:', null).add('//', null)

/**
 * Splits a text at its web addresses, e-mail addresses and phone numbers. In time linear in its length: a customer's text
 * is nobody's code, and nobody's brake.
 */
export function linkify(body: string): TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const found of addressesIn(body)) {
    if (found.start > end) parts.push({ text: body.slice(end, found.start), href: null })
    parts.push({ text: body.slice(found.start, found.end), href: found.href })
    end = found.end
  }
  if (end < body.length) parts.push({ text: body.slice(end), href: null })
  return parts
}

function addressesIn(body: string): Found[] {
  const readable = body.replaceAll(INVISIBLE, spaces)
  const links = linksIn(readable)
  return [...links, ...phonesIn(without(links, readable))].sort((a, b) => a.start - b.start)
}

/** Digits of an address are no phone number. */
function without(links: readonly Found[], text: string): string {
  const starts = [0, ...links.map(({ end }) => end)]
  const rest = starts.map((start, index) => text.slice(start, links[index]?.start))
  return rest.map((between, index) => between + '_'.repeat(lengthOf(links[index]))).join('')
}

function lengthOf(link: Found | undefined): number {
  return link ? link.end - link.start : 0
}

function linksIn(text: string): Found[] {
  const matches = linkifier.match(text.replaceAll(LETTER_BEFORE, spaces)) ?? []
  return matches.flatMap(({ schema, index, lastIndex, raw, url }) => {
    // "thanks.It" has no scheme either: only what says that it is an address is one.
    const isMeant = schema !== '' || /^www\./i.test(raw)
    return isMeant && SAFE.test(url) && URL.canParse(url) ? [{ start: index, end: lastIndex, href: url }] : []
  })
}

/** As long as what they stand for, so that places stay the same. */
function spaces(characters: string): string {
  return ' '.repeat(characters.length)
}
