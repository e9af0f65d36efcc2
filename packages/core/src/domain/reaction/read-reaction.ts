import { foldQuote } from './fold-quote.ts'
import { WORDINGS } from './wordings/index.ts'
import { KNOWN_EMOJI } from './wordings/wordings.ts'

/** What a text says that is worded like a phone's reaction. */
export interface ReactionReading {
  readonly emoji: string
  /** It takes the reaction back. */
  readonly removes: boolean
  /** What it quotes, folded. */
  readonly quote: string
  /** The quote ends before the text that it is of. */
  readonly isShortened: boolean
}

interface Pattern {
  readonly wording: RegExp
  /** Null where the text names it. */
  readonly emoji: string | null
  readonly removes: boolean
}

/** A quote is at most as long as our longest text, and what is around it short. */
const MAX_LENGTH = 4_500

/**
 * Reads a text as a phone's reaction to another text. Only its wording is looked at: it is a reaction where it quotes one of
 * ours as well. Null for every other text, "Liked an image" among them, as that quotes nothing.
 */
export function readReaction(body: string): ReactionReading | null {
  if (body.length > MAX_LENGTH) return null
  const text = foldQuote(body)
  if (!/["']/.test(text)) return null
  for (const { wording, emoji, removes } of PATTERNS) {
    const { q, e } = wording.exec(text)?.groups ?? {}
    if (q === undefined || (e !== undefined && !isEmoji(e))) continue
    const quote = q.trim()
    const isShortened = quote.endsWith('...')
    return { emoji: emoji ?? e ?? '', removes, quote, isShortened }
  }
  return null
}

/** Whether this is the text that was quoted. */
export function isQuoteOf({ quote, isShortened }: ReactionReading, body: string): boolean {
  const [said, text] = [withoutBlanks(quote), withoutBlanks(foldQuote(body))]
  if (said === text) return true
  const beginning = isShortened ? said.slice(0, -'...'.length) : ''
  return beginning !== '' && text.startsWith(beginning)
}

/** Carriers lose some. */
function withoutBlanks(text: string): string {
  return text.replaceAll(' ', '')
}

const KNOWN = Object.entries(KNOWN_EMOJI) as Array<[keyof typeof KNOWN_EMOJI, string]>

/** What names its emoji comes last: "Removed a like from" is no emoji called "a like". */
const PATTERNS: readonly Pattern[] = [
  ...WORDINGS.flatMap(({ gives, takes }) =>
    KNOWN.flatMap(([name, emoji]) => [
      ...gives[name].map((wording) => ({ wording: patternOf(wording), emoji, removes: false })),
      ...takes[name].map((wording) => ({ wording: patternOf(wording), emoji, removes: true })),
    ]),
  ),
  ...WORDINGS.flatMap(({ givesAny, takesAny }) => [
    ...givesAny.map((wording) => ({ wording: patternOf(wording), emoji: null, removes: false })),
    ...takesAny.map((wording) => ({ wording: patternOf(wording), emoji: null, removes: true })),
  ]),
]

/** A quote that was cut may have lost its closing mark. */
function patternOf(wording: string): RegExp {
  const [before = '', after = ''] = foldQuote(wording).split('{q}')
  const quoted = after === '' ? `["'](?<q>.+?)(?:["']|(?<=\\.\\.\\.))` : `["'](?<q>.+)["']`
  const around = (text: string) =>
    text.trim().replaceAll('{e}', '(?<e>\\S+)').replaceAll('"', '\\s?["\']\\s?').replace(/ /g, '\\s?')
  return new RegExp(`^${around(before)}\\s?${quoted}\\s?${around(after)}$`, 'su')
}

function isEmoji(text: string): boolean {
  return (
    text.length <= 32 &&
    /^(?:\p{Extended_Pictographic}|\p{Emoji_Presentation}|\p{Regional_Indicator}|[#*0-9]\uFE0F?\u20E3)/u.test(text) &&
    !/\p{L}/u.test(text)
  )
}
