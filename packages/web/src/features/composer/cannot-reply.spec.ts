import { describe, expect, it } from 'vitest'
import { ticket as aTicket } from '../../shared/testing/items.ts'
import { cannotReply } from './cannot-reply.ts'

const NOW = Date.parse('2026-05-09T10:00:00.000Z')
const ticket = aTicket()
const { contact, inbox } = ticket

describe('cannotReply', () => {
  it.each([
    ['nothing is in the way', {}, null],
    [
      "the number is nobody's",
      { inbox: { ...inbox, number: null } },
      /^This text came to a number the desk does not have/,
    ],
    ['the sender is a name', { contact: { ...contact, kind: 'name', address: 'ING' } }, /^'ING' is a name/],
    [
      'the sender is a short code',
      { contact: { ...contact, kind: 'short-code', address: '2525' } },
      /^2525 is a short code/,
    ],
    [
      'the customer is blocked',
      { contact: { ...contact, blockedAt: '2026-05-03T10:00:00.000Z' } },
      /^This customer is blocked/,
    ],
    [
      'the customer opted out',
      { contact: { ...contact, optedOutAt: '2026-05-03T10:00:00.000Z' } },
      /opted out on 3 May\. Replies are off/,
    ],
    ['the ticket is closed', { status: 'closed' }, /^This ticket is closed\. Reopen it/],
    [
      'it is closed, and reopening would not help',
      { status: 'closed', contact: { ...contact, kind: 'name', address: 'ING' } },
      /is a name/,
    ],
  ] as const)('says why where %s', (_, overrides, sentence) => {
    const said = cannotReply({ ...ticket, ...overrides }, NOW)
    if (sentence === null) expect(said).toBeNull()
    else expect(said).toMatch(sentence)
  })
})
