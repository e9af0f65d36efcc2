/** Letters of other scripts than Latin, and the vowels that some keyboards have apart from them. */
const OTHER_SCRIPT = /^(?!\p{Script=Latin})[\p{L}\p{M}]/u
const LATIN_LETTER = /^\p{Script=Latin}$/u
const LETTER_PLACE = /^Key([A-Z])$/
/** Places of the marks that shortcuts use, on the keyboard that codes are named after. */
const MARKS: Readonly<Record<string, string>> = { Slash: '/', Period: '.' }
const ARABIC_QUESTION_MARK = '\u061F'

/**
 * Which key of a Latin keyboard is meant. Where the letter is not Latin, the place of the key counts: "г" stands where "u"
 * does. Some of those keyboards have a mark in the place of a letter, Hebrew "'" for "w"; so which script was typed last
 * is remembered. On a Latin keyboard, what is typed counts, wherever it stands.
 */
export class MeantKey {
  #isOtherScript = false

  /** The event itself, or one like it with the key that is meant. */
  of(event: KeyboardEvent): KeyboardEvent {
    const { key, code } = event
    const isOther = OTHER_SCRIPT.test(key)
    if (isOther || LATIN_LETTER.test(key)) this.#isOtherScript = isOther
    if (key === ARABIC_QUESTION_MARK) return withKey(event, '?')
    if (!isOther && !(this.#isOtherScript && isUnusedMark(key))) return event
    const meant = LETTER_PLACE.exec(code)?.[1]?.toLowerCase() ?? (isOther ? MARKS[code] : undefined)
    return meant === undefined ? event : withKey(event, meant)
  }
}

/** "/", "?" and "." are shortcuts themselves. */
function isUnusedMark(key: string): boolean {
  return /^[^\p{L}\p{N}/?.]$/u.test(key)
}

function withKey(event: KeyboardEvent, key: string): KeyboardEvent {
  const { code, shiftKey, ctrlKey, altKey, metaKey } = event
  const modifierAltGraph = event.getModifierState('AltGraph')
  return new KeyboardEvent(event.type, { key, code, shiftKey, ctrlKey, altKey, metaKey, modifierAltGraph })
}
