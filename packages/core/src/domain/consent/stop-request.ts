import { STOP_PHRASES } from './stop-phrases.ts'

/** Whoever wants no more texts says so shortly; a longer text is about something. */
const MAX_LENGTH = 320
const SENTENCE_END = /[.!?\u2026\u061F\u3002\n]+/
const CLAUSE_END = /[.!?,;:\u2026\u2013\u2014\u061F\u3002\n]+|\s-\s/

/**
 * Whether a text may ask, in other words than the carriers' ones, to get no more texts. Nothing is done about it but to ask an
 * agent: a sentence has to be understood, and the desk does not.
 *
 * US: 47 CFR 64.1200(a)(10) has any words count that a reasonable person would understand as the wish to get no more texts,
 * in any language.
 */
export function looksLikeStopRequest(body: string): boolean {
  if (body.length > MAX_LENGTH) return false
  const parts = [...body.split(SENTENCE_END), ...body.split(CLAUSE_END)].map(plain)
  return parts.some((part) => part !== '' && STOP_PHRASES.some((phrase) => phrase.test(part)))
}

/** Small letters without accents, and words with one space between them. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/['’]/gu, ' ')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[^\p{L}\p{N}\uFFFD]+/gu, ' ')
    .trim()
    .toLowerCase()
}
