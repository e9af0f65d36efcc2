import { ANYWHERE, FEWEST_DIGITS, readNumber } from './number-tokens.ts'
import { type Run, runsOf } from './runs.ts'
import { pairsOf, shortened } from './tokens.ts'

/** Tokens that an index must hold beside each other, in this order. */
export interface Phrase {
  readonly tokens: readonly string[]
  /** The last of them may go on. */
  readonly isBeginning: boolean
}

/** A word, which is found at the beginning of words, or signs of an unspaced script, which are found anywhere in such. */
export interface Term {
  readonly kind: Run['kind']
  readonly text: string
}

/** What somebody looks for. */
export interface SearchQuery {
  /** `24` and `#24` are also the number of a ticket. */
  readonly ticketNumber: number | null
  /** All must be held by one text, or by one tag. Never empty. */
  readonly terms: readonly Term[]
  /** Of one contact all must be held, each as one of its phrases. */
  readonly contactPhrases: readonly (readonly Phrase[])[]
}

const MAX_TERMS = 12
const MAX_SIGNS = 64
const TICKET = /^\s*#?\s*([1-9]\d{0,14})\s*$/

/** Null where there is nothing in the input that could be found. Whatever is typed is never an operator. */
export function readSearch(search: string): SearchQuery | null {
  const runs = runsOf(search)
  const terms = runs.slice(0, MAX_TERMS).map(toTerm)
  if (terms.length === 0) return null
  return { ticketNumber: readTicketNumber(search, runs), terms, contactPhrases: phrasesOfContact(search, terms) }
}

/** A single letter is a word of its own; more may be its beginning. A single sign of an unspaced script begins a pair. */
export function phraseOf({ kind, text }: Term): Phrase {
  const points = [...text]
  if (kind === 'word') return { tokens: [text], isBeginning: points.length > 1 }
  return points.length === 1
    ? { tokens: [text], isBeginning: true }
    : { tokens: pairsOf(text).slice(0, -1), isBeginning: false }
}

function toTerm({ kind, text }: Run): Term {
  return { kind, text: kind === 'word' ? shortened(text) : [...text].slice(0, MAX_SIGNS).join('') }
}

function readTicketNumber(search: string, runs: readonly Run[]): number | null {
  const [run] = runs
  if (runs.length !== 1 || !run) return null
  const around = search
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\p{Nd}+/gu, run.text)
  const found = TICKET.exec(around)
  return found ? Number(found[1]) : null
}

/** What is typed as a number is one, and only where it is one word may it also be in a name. */
function phrasesOfContact(search: string, terms: readonly Term[]): Phrase[][] {
  const number = readNumber(search)
  if (number === null) return terms.map((term) => [phraseOf(term), ...asDigits(term)])
  const asNumber = { tokens: [number], isBeginning: true }
  return [[asNumber, ...(terms.length === 1 ? terms.map(phraseOf) : [])]]
}

function asDigits({ text }: Term): Phrase[] {
  const isNumber = /^\d+$/.test(text) && text.length >= FEWEST_DIGITS
  return isNumber ? [{ tokens: [ANYWHERE + text], isBeginning: true }] : []
}
