import { type Address, spellings } from '../contact/address.ts'
import { numberTokens } from './number-tokens.ts'
import { allRuns, pairsOf, shortened, tokensOf } from './tokens.ts'

/** So much of the end of a word of a name is found by itself: "liese" in Anneliese. */
const SHORTEST_TAIL = 3

/** By what a contact is found: the words of the name and parts of them, words of the note, the number in each of its spellings. */
export function contactTokens(contact: { name: string | null; note: string | null; address: Address }): string[] {
  const { name, note, address } = contact
  const isName = address.kind === 'name'
  return [
    ...nameTokens(name ?? ''),
    ...(isName ? nameTokens(address.value) : new Set(spellings(address).flatMap(({ value }) => numberTokens(value)))),
    ...tokensOf(note ?? ''),
  ]
}

function nameTokens(name: string): string[] {
  return allRuns(name).flatMap(({ kind, text }) => (kind === 'word' ? tailsOf(shortened(text)) : pairsOf(text)))
}

function tailsOf(word: string): string[] {
  const letters = [...word]
  const tails = letters.slice(1, Math.max(1, letters.length - SHORTEST_TAIL + 1))
  return [word, ...tails.map((_, place) => letters.slice(place + 1).join(''))]
}
