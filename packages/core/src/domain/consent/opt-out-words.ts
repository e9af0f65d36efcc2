export interface OptOutWords {
  readonly out: readonly string[]
  readonly in: readonly string[]
  readonly help: readonly string[]
}

export type OptOutIntent = keyof OptOutWords

/** In the order they are read in: asking to stop wins. */
export const optOutIntents = ['out', 'in', 'help'] as const satisfies readonly OptOutIntent[]

/** Reads a text that is nothing but one of the words. Asking to stop wins where lists overlap. */
export function readOptOutWord(body: string, words: OptOutWords): OptOutIntent | null {
  const said = joined(body)
  if (said === '') return null
  for (const intent of optOutIntents) {
    if (words[intent].some((word) => joined(word) === said)) return intent
  }
  return null
}

/** As texts are compared: "STOP ALL" is said as "stopall". */
export function joined(text: string): string {
  return foldWord(text).replaceAll(' ', '')
}

/**
 * "Stop!", "ARRÊT." and a full-width "ＳＴＯＰ" are said as the plain word. What stands for something that was lost on the
 * way or that is no text (U+FFFD, half of an emoji; U+FFFC, a picture) stays: there was more than the word.
 */
export function foldWord(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(?![\uFFFC\uFFFD])[\p{P}\p{S}\p{M}\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}
