import type { Placement } from '@textdesk/server/contract'
import { describe, expect, it } from 'vitest'
import { inbound } from '../../../shared/testing/items.ts'
import { fullTime } from '../../../shared/time/format-time.ts'
import { placementWords } from './placement-words.ts'

const at = '2026-11-22T10:00:00.000Z'
const before = '2026-11-22T07:00:00.000Z'
const when = fullTime(before)

function words(given: Partial<Placement>): string {
  const placement: Placement = { reason: 'first-text', ticket: null, at: null, reopenHours: null, ...given }
  return placementWords(inbound({ at, placement }))
}

describe('why a text is in its ticket', () => {
  it.each<[Partial<Placement>, string]>([
    [{ reason: 'first-text' }, 'It is the first text of this customer to this number.'],
    [{ reason: 'open-ticket', at: before }, `The customer's ticket was open when it came. It was begun on ${when}.`],
    [{ reason: 'woke-ticket', at: before }, `The customer's ticket was snoozed until ${when}, and this text woke it.`],
    [
      { reason: 'reopened', at: before, reopenHours: 24 },
      'It reopened the ticket, which had been closed for 3 h: less than the 24 hours in which a text reopens one.',
    ],
    [
      { reason: 'thanks', at: before, reopenHours: 24 },
      'It is only thanks, so it left the ticket closed. That had been closed for 3 h.',
    ],
    [
      { reason: 'after-thanks', at: before },
      'It came within 10 minutes of thanks that had left the ticket closed, and reopened it together with them.',
    ],
    [
      { reason: 'window-over', ticket: 7, at: before, reopenHours: 1 },
      'It began a new ticket, as ticket 7 had been closed for 3 h: more than the hour in which a text reopens one.',
    ],
    [
      { reason: 'never-reopens', ticket: 7, at: before },
      'It began a new ticket, as ticket 7 was closed and this inbox reopens none.',
    ],
    [{ reason: 'keyword' }, 'It is only a word like STOP, START or HELP, which opens no ticket.'],
    [{ reason: 'blocked' }, 'The customer was blocked when it came, so it opened no ticket.'],
    [{ reason: 'moved', ticket: 7, at: before }, `An agent moved it here from ticket 7 on ${when}.`],
    [{ reason: 'merged', ticket: 7, at: before }, `It came to ticket 7, which was merged into this one on ${when}.`],
  ])('%j', (placement, sentence) => expect(words(placement)).toBe(sentence))

  it('is said to be unknown for a text from before reasons were kept', () => {
    expect(placementWords(inbound())).toBe('It came before the desk kept the reason.')
  })
})
