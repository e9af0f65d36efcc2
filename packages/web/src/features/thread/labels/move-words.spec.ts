import { expect, it } from 'vitest'
import { activity, inbound, outbound } from '../../../shared/testing/items.ts'
import { moveWords } from './move-words.ts'

const items = [
  inbound({ seq: 1 }),
  inbound({ seq: 2 }),
  activity({ seq: 3 }),
  outbound({ seq: 4 }),
  inbound({ seq: 5 }),
]
const said = (seq: number, status: 'open' | 'closed') => moveWords(items, inbound({ seq }), { number: 12, status })

it('says how much moves and what becomes of the ticket', () => {
  expect(said(5, 'open')).toBe('This text goes to a new ticket. Ticket 12 is closed. The customer is told nothing.')
  expect(said(4, 'open')).toBe(
    'This text and the message after it go to a new ticket. Ticket 12 is closed. The customer is told nothing.',
  )
  expect(said(2, 'closed')).toBe(
    "This text and the 2 messages after it go to the customer's open ticket, or to a new one. The customer is told nothing.",
  )
})
