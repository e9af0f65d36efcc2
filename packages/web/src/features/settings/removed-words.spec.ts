import { expect, it } from 'vitest'
import { removedWords } from './removed-words.ts'

it.each([
  [{ tickets: 1, messages: 2, contacts: 1 }, 'Removed: 1 ticket, 2 messages and 1 customer.'],
  [{ tickets: 1200, messages: 3, contacts: 2 }, 'Removed: 1,200 tickets, 3 messages and 2 customers.'],
  [{ tickets: 0, messages: 0, contacts: 0 }, 'There were no practice tickets.'],
])('%o is told as "%s"', (removed, words) => {
  expect(removedWords(removed)).toBe(words)
})
