import { foldSign } from './fold.ts'

/** A stretch of a text that search compares as one: a word, or signs that are written without spaces between words. */
export interface Run {
  readonly kind: 'word' | 'signs'
  /** Folded. */
  readonly text: string
  /** For each UTF-16 unit of the folded text, where in the original its character begins and ends. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** With its marks; syllables of Hangul and half-width kana also where they come in parts. */
const SIGN =
  /[\u1100-\u115f\ua960-\ua97c][\u1160-\u11a7\ud7b0-\ud7c6]?[\u11a8-\u11ff\ud7cb-\ud7fb]?|[\uac00-\ud7a3][\u11a8-\u11ff]?|[\uff66-\uff9d][\uff9e\uff9f]?|\P{M}\p{M}*|\p{M}+/suy
/** But the blank of Braille, which shows nothing. */
const EMOJI = /(?!\u2800)[\p{Extended_Pictographic}\p{Regional_Indicator}\p{So}]/u
const IN_A_WORD = /[\p{L}\p{M}\p{N}]/u
/** Scripts that put no space between words, and Hangul, which often does not. */
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tai_Le}\p{scx=New_Tai_Lue}\p{scx=Tai_Tham}\p{scx=Tai_Viet}\p{scx=Javanese}\p{scx=Balinese}]/u

/** Between two words they may be left out: O'Brien is also found as obrien, e-mail as email. */
const JOINS = /^['’‘ʼʻʹ`´׳\-‐‑]$/
const APOSTROPHE_LETTER = /^[ʼʻʹ]/
type Kind = 'word' | 'unspaced' | 'emoji'

interface Letter {
  readonly letter: string
  /** Null: it separates. */
  readonly kind: Kind | null
}

const PAST_ASCII = 0x80
const FIRST_MARK = 0x300
const MAX_KNOWN = 5_000
const MAX_KNOWN_LENGTH = 4
const KNOWN = new Map<string, readonly Letter[]>()

/** All of a text, in its order. What is neither letter nor digit nor emoji separates. */
export function runsOf(text: string): Run[] {
  const runs: OpenRun[] = []
  let open = null as OpenRun | null
  for (let index = 0, sign = ''; index < text.length; index += sign.length) {
    sign = signAt(text, index)
    for (const { letter, kind } of lettersOf(sign)) {
      if (kind !== null && open?.kind !== kind) {
        open = new OpenRun(kind)
        runs.push(open)
      } else if (kind === null) open = null
      open?.add(letter, index, index + sign.length)
    }
  }
  return runs.map((run) => run.close())
}

/** Without the expression where ASCII stands alone, as it does nearly everywhere. */
function signAt(text: string, index: number): string {
  const isAlone = text.charCodeAt(index) < PAST_ASCII && !(text.charCodeAt(index + 1) >= FIRST_MARK)
  if (isAlone) return text.charAt(index)
  SIGN.lastIndex = index
  return SIGN.exec(text)?.[0] ?? text.charAt(index)
}

/** Few signs make up most texts: what they fold to is worked out once. */
function lettersOf(sign: string): readonly Letter[] {
  const known = KNOWN.get(sign)
  if (known) return known
  const folded = APOSTROPHE_LETTER.test(sign) ? "'" : foldSign(sign)
  const letters = [...folded].map((letter) => ({ letter, kind: kindOf(letter) }))
  if (KNOWN.size >= MAX_KNOWN) KNOWN.clear()
  if (sign.length <= MAX_KNOWN_LENGTH) KNOWN.set(sign, letters)
  return letters
}

/** Those that stand beside each other with nothing but a sign between that may be left out, as one. */
export function joinedRuns(text: string, runs: readonly Run[]): Run[] {
  const chains: Run[][] = []
  for (const run of runs) {
    const chain = chains.at(-1)
    const last = chain?.at(-1)
    if (chain && last && areJoined(text, last, run)) chain.push(run)
    else chains.push([run])
  }
  return chains.filter(({ length }) => length > 1).map(asOne)
}

function areJoined(text: string, before: Run, after: Run): boolean {
  if (before.kind !== 'word' || after.kind !== 'word') return false
  return JOINS.test(text.slice(before.ends.at(-1), after.starts[0]))
}

function asOne(chain: readonly Run[]): Run {
  return {
    kind: 'word',
    text: chain.map((run) => run.text).join(''),
    starts: chain.flatMap((run) => run.starts),
    ends: chain.flatMap((run) => run.ends),
  }
}

function kindOf(letter: string): Kind | null {
  if (/^[a-z0-9]$/.test(letter)) return 'word'
  if (EMOJI.test(letter)) return 'emoji'
  if (!IN_A_WORD.test(letter)) return null
  return UNSPACED.test(letter) ? 'unspaced' : 'word'
}

class OpenRun {
  readonly kind: Kind
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  #text = ''

  constructor(kind: Kind) {
    this.kind = kind
  }

  add(letter: string, start: number, end: number): void {
    this.#text += letter
    for (let unit = 0; unit < letter.length; unit += 1) {
      this.#starts.push(start)
      this.#ends.push(end)
    }
  }

  close(): Run {
    const kind = this.kind === 'word' ? 'word' : 'signs'
    return { kind, text: this.#text, starts: this.#starts, ends: this.#ends }
  }
}
