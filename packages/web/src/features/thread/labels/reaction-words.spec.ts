import { expect, it } from 'vitest'
import { reactionWords } from './reaction-words.ts'

it.each([
  ['👍', 'Kim reacted with thumbs up'],
  ['❤️', 'Kim reacted with a heart'],
  ['❓', 'Kim reacted with a question mark'],
  ['🎉', 'Kim reacted with 🎉'],
])('%s is said as %j', (emoji, words) => expect(reactionWords({ emoji }, 'Kim')).toBe(words))
