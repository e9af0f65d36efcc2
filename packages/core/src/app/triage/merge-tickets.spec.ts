import { beforeEach, describe, expect, it } from 'vitest'
import { ANA, BEN, refusalOf, TestDesk } from '../../../testing/test-desk.ts'
import { AddNote } from '../replying/add-note.ts'
import { CloseTicket } from './close-ticket.ts'
import { MergeTickets } from './merge-tickets.ts'
import { MoveText } from './move-text.ts'
import { ReopenTicket } from './reopen-ticket.ts'
import { SnoozeTicket } from './snooze-ticket.ts'
import { TagTicket } from './tag-ticket.ts'

const DAY = 24 * 3_600_000
let desk: TestDesk

const merge = (ticketNumber: number, into: number) =>
  new MergeTickets(desk.deps).execute({ ticketNumber, into, agentId: desk.ada.id })
const close = (ticketNumber: number) =>
  new CloseTicket(desk.deps).execute({ ticketNumber, agentId: desk.ada.id, seenMessageId: null })
const tag = (ticketNumber: number, ...tags: string[]) =>
  new TagTicket(desk.deps).execute({ ticketNumber, agentId: desk.ada.id, tags })
const bodies = async (number: number) => (await desk.messages(number)).map(({ body }) => body)

/** Two tickets of Ana: the first closed, the second open and waiting. */
beforeEach(async () => {
  desk = await TestDesk.open({ reopenHours: 1 })
  await desk.receive('One')
  await close(1)
  desk.clock.advance(DAY)
  await desk.receive('Two')
})

describe('merging', () => {
  it('a closed ticket into the open one tells both in the order of time', async () => {
    const waiting = desk.clock.now()
    await tag(1, 'Lamps', 'old')
    await tag(2, 'lamps', 'new')
    await new AddNote(desk.deps).execute({ ticketNumber: 1, agentId: desk.bob.id, body: 'A late note' })
    desk.clock.advance(1)
    await desk.receive('Three')
    expect(await merge(1, 2)).toEqual({ ticketNumber: 2 })
    expect(await bodies(2)).toEqual([
      'One',
      'Your ticket ID is 1.',
      'Two',
      'Your ticket ID is 2.',
      'A late note',
      'Three',
    ])
    expect(await bodies(1)).toEqual([])
    expect((await desk.activity(2)).map(({ what, detail }) => `${what} ${detail}`)).toEqual([
      'closed null',
      'merged-from 1',
    ])
    expect(await desk.ticket(2)).toMatchObject({ status: 'open', waitingSince: waiting, tags: ['Lamps', 'new', 'old'] })
    expect(await desk.ticket(1)).toMatchObject({
      status: 'closed',
      mergedInto: 2,
      lastMessage: null,
      tags: [],
      unread: false,
    })
    const reasons = (await desk.messages(2)).flatMap(({ placement }) => (placement ? [placement.reason] : []))
    expect(reasons).toEqual(['merged', 'window-over', 'open-ticket'])
  })

  it('the open ticket into a closed one leaves it open: who waits, waits on', async () => {
    const waiting = desk.clock.now()
    expect(await merge(2, 1)).toEqual({ ticketNumber: 1 })
    expect(await desk.ticket(1)).toMatchObject({ status: 'open', waitingSince: waiting, closedAt: null, unread: true })
    expect(await desk.receive('Three')).toMatchObject({ ticketNumber: 1 })
  })

  it('a snoozed ticket into a closed one leaves it snoozed', async () => {
    const until = desk.clock.now() + DAY
    await new SnoozeTicket(desk.deps).execute({ ticketNumber: 2, agentId: desk.ada.id, until })
    await merge(2, 1)
    expect(await desk.ticket(1)).toMatchObject({ status: 'snoozed', snoozedUntil: until })
  })

  it('follows where the target went, and says again where a merged ticket is', async () => {
    await close(2)
    desk.clock.advance(DAY)
    await desk.receive('Three')
    await merge(1, 2)
    expect(await merge(2, 3)).toEqual({ ticketNumber: 3 })
    expect([await merge(1, 3), await merge(1, 2)]).toEqual([{ ticketNumber: 3 }, { ticketNumber: 3 }])
    await close(3)
    desk.clock.advance(DAY)
    await desk.receive('Four')
    expect(await merge(4, 1)).toEqual({ ticketNumber: 3 })
    expect(await desk.ticket(3)).toMatchObject({ status: 'open' })
    expect((await bodies(3)).filter((body) => !body.startsWith('Your'))).toEqual(['One', 'Two', 'Three', 'Four'])
  })

  it('closes a number for good: no text and no agent brings it back', async () => {
    await merge(1, 2)
    await close(2)
    expect(await desk.receive('Three')).toMatchObject({ ticketNumber: 2 })
    expect(await refusalOf(new ReopenTicket(desk.deps).execute({ ticketNumber: 1, agentId: desk.ada.id }))).toBe(
      'ticket-merged',
    )
    const note = { ticketNumber: 1, agentId: desk.ada.id, body: 'Hm' }
    expect(await refusalOf(new AddNote(desk.deps).execute(note))).toBe('ticket-merged')
    const move = { ticketNumber: 1, agentId: desk.ada.id, messageId: 'any' }
    expect(await refusalOf(new MoveText(desk.deps).execute(move))).toBe('ticket-merged')
  })

  it('is refused with itself, with another customer or inbox, and where a ticket went elsewhere', async () => {
    await desk.receive('Hello', BEN)
    expect(await refusalOf(merge(1, 1))).toBe('not-mergeable')
    expect(await refusalOf(merge(1, 3))).toBe('not-mergeable')
    const other = { ...desk.inbox, id: 'other', number: '+12025550198', isDefault: false }
    await desk.write(({ inboxes }) => inboxes.add(other))
    await desk.receive('Hello', ANA, { to: other.number })
    expect(await refusalOf(merge(1, 4))).toBe('not-mergeable')
    expect(await refusalOf(merge(1, 99))).toBe('not-found')
    expect(await refusalOf(merge(99, 1))).toBe('not-found')
    await merge(1, 2)
    expect(await refusalOf(merge(2, 1))).toBe('not-mergeable')
    expect(await refusalOf(merge(1, 3))).toBe('ticket-merged')
  })
})
