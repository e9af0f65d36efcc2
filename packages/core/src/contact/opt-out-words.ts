export interface OptOutWords {
  readonly out: readonly string[]
  readonly in: readonly string[]
  readonly help: readonly string[]
}

export type OptOutIntent = keyof OptOutWords

/** In the order they are read in: asking to stop wins. */
export const optOutIntents = ['out', 'in', 'help'] as const satisfies readonly OptOutIntent[]

const SHORT: OptOutWords = { out: ['stop', 'stopall', 'unsubscribe'], in: ['start'], help: ['help'] }

/** What US carriers ask for; `arret` because Canada shares the prefix. */
const NORTH_AMERICA: OptOutWords = {
  out: [...SHORT.out, 'cancel', 'end', 'quit', 'revoke', 'optout', 'opt out', 'arret'],
  in: ['start', 'unstop'],
  help: ['help', 'info'],
}

/** Country calling codes are prefix-free, so the first that fits is the only one. */
const LOCAL_OUT_WORDS: readonly (readonly [prefixes: readonly string[], words: readonly string[]])[] = [
  [['+33', '+377'], ['arret']],
  [
    ['+32', '+352', '+41'],
    ['arret', 'halt', 'stopp'],
  ],
  [
    ['+49', '+43', '+423'],
    ['halt', 'stopp'],
  ],
  [['+46', '+47'], ['stopp']],
  [
    ['+34', '+51', '+52', '+54', '+56', '+57', '+58', '+591', '+593', '+595', '+598'],
    ['parar', 'detener'],
  ],
  [
    ['+502', '+503', '+504', '+505', '+506', '+507'],
    ['parar', 'detener'],
  ],
  [['+55', '+351'], ['parar']],
]

/** Ordinary words such as "end" or "cancel" opt nobody out of a support chat, except where carriers insist. */
export function defaultWords(inboxNumber: string): OptOutWords {
  if (inboxNumber.startsWith('+1')) return NORTH_AMERICA
  const local = LOCAL_OUT_WORDS.find(([prefixes]) => prefixes.some((prefix) => inboxNumber.startsWith(prefix)))
  return local ? { ...SHORT, out: [...SHORT.out, ...local[1]] } : SHORT
}

/** Reads a text that is nothing but one of the words. Asking to stop wins where lists overlap. */
export function readOptOutWord(body: string, words: OptOutWords): OptOutIntent | null {
  const said = foldWord(body)
  if (said === '') return null
  for (const intent of optOutIntents) {
    if (words[intent].some((word) => foldWord(word) === said)) return intent
  }
  return null
}

/** "Stop!", "ARRÊT." and a full-width "ＳＴＯＰ" are said as the plain word. */
export function foldWord(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{P}\p{S}\p{M}\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}
