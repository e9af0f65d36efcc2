import { graphemes } from './graphemes.ts'
import { isGsm } from './gsm-alphabet.ts'

/** Look-alikes only: a repair may change how a text looks, never what it says, so accents are left alone. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  "'": '‘’‚‛′‹›`´ʻʼʽˈˊˋ＇',
  '"': '“”„‟″«»＂〝〞',
  '-': '‐‑‒–—―−⁃•·﹣－',
  '...': '…',
  ' ': '\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
  '\n': '\u0085\u000b\u2028\u2029',
  '': '\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff',
  '/': '⁄∕',
  '*': '∗',
  ':': '∶',
  x: '×',
  '!': '！',
  '?': '？',
  ',': '，',
}

const REPAIRS: ReadonlyMap<string, string> = new Map(
  Object.entries(LOOK_ALIKES).flatMap(([plain, fancy]) => Array.from(fancy, (char) => [char, plain] as const)),
)

/** Replaces what has a look-alike in GSM-7; what has none stays as it is. */
export function repairToGsm(body: string): string {
  return graphemes(body)
    .map((grapheme) => repairFor(grapheme) ?? grapheme)
    .join('')
}

/** What to write instead of a character that forces UCS-2 ('' drops it); null where it needs none or has none. */
export function repairFor(char: string): string | null {
  if (isGsm(char)) return null
  const repaired = Array.from(char.normalize('NFC'), (point) => REPAIRS.get(point) ?? point).join('')
  return isGsm(repaired) ? repaired : null
}
