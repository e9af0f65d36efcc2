import type { CannedReply } from '@textdesk/server/contract'
import { describe, expect, it } from 'vitest'
import { cannedQuery, findCanned } from './canned-search.ts'

const reply = (shortcut: string, title: string | null, body: string): CannedReply => ({
  id: shortcut,
  shortcut,
  title,
  body,
  createdAt: '2026-11-22T10:00:00.000Z',
  updatedAt: '2026-11-22T10:00:00.000Z',
})

describe('canned replies are found', () => {
  const replies = [
    reply('hours', 'Opening hours', 'We are open from nine to five.'),
    reply('late-parcel', null, 'Sorry for the delay.'),
    reply('parcel', 'Where it is', 'It left this morning.'),
    reply('thanks', null, 'Thank you for the parcel.'),
  ]

  it('by shortcut first, then by title and text', () => {
    expect(findCanned(replies, 'parcel').map(({ id }) => id)).toEqual(['parcel', 'late-parcel', 'thanks'])
    expect(findCanned(replies, 'open').map(({ id }) => id)).toEqual(['hours'])
    expect(findCanned(replies, '')).toHaveLength(4)
    expect(findCanned(replies, 'zebra')).toEqual([])
  })

  it.each([
    ['/', 1, ''],
    ['/Par', 4, 'par'],
    ['/par and more', 4, 'par'],
    ['/par and more', 8, null],
    ['Hello /par', 10, null],
    ['/a/b', 4, null],
    ['', 0, null],
  ])('%j with the caret at %i looks for %j', (text, caret, query) => {
    expect(cannedQuery(text, caret)).toBe(query)
  })
})
