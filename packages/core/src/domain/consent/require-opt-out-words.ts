import { DomainError } from '../errors.ts'
import { foldWord, joined, type OptOutWords, optOutIntents } from './opt-out-words.ts'

const MAX_WORDS = 50
const MAX_WORD_LENGTH = 40

/**
 * The words trimmed, as a number's own lists.
 * @throws DomainError `invalid-input` for an empty or long word, one that is in two places, or no word to opt out with.
 */
export function requireOptOutWords(words: OptOutWords): OptOutWords {
  const trimmed = {
    out: words.out.map((word) => word.trim()),
    in: words.in.map((word) => word.trim()),
    help: words.help.map((word) => word.trim()),
  }
  const problem = problemOf(trimmed)
  if (problem !== null) throw new DomainError('invalid-input', problem, { field: 'optOutWords' })
  return trimmed
}

function problemOf(words: OptOutWords): string | null {
  if (words.out.length === 0) return 'Keep at least one word that ends the texts: customers must be able to opt out.'
  const ofOtherLists = new Set<string>()
  for (const intent of optOutIntents) {
    const seen = new Set<string>()
    if (words[intent].length > MAX_WORDS) return `A list has ${MAX_WORDS} words at most. Take some out.`
    for (const word of words[intent]) {
      const folded = foldWord(word)
      if (folded === '') return `"${word}" has no letter or digit, so nobody can text it. Take it out.`
      if ([...word].length > MAX_WORD_LENGTH)
        return `A word has ${MAX_WORD_LENGTH} characters at most. Shorten "${word}".`
      // "optout" and "opt out" may stand side by side, as the carriers list them, but not mean two things.
      if (seen.has(folded) || ofOtherLists.has(joined(word)))
        return `"${word}" is there twice; capitals, accents and punctuation make no difference.`
      seen.add(folded)
    }
    for (const word of words[intent]) ofOtherLists.add(joined(word))
  }
  return null
}
