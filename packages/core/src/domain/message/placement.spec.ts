import { beforeEach, describe, expect, it } from 'vitest'
import { ANA, TestDesk } from '../../../testing/test-desk.ts'
import { BlockContact } from '../../app/customers/block-contact.ts'
import { CloseTicket } from '../../app/triage/close-ticket.ts'
import { SnoozeTicket } from '../../app/triage/snooze-ticket.ts'
import type { Placement } from './placement.ts'

const HOUR = 3_600_000
const NOTHING = { ticket: null, at: null, reopenHours: null }
let desk: TestDesk

const close = (ticketNumber = 1) =>
  new CloseTicket(desk.deps).execute({ ticketNumber, agentId: desk.ada.id, seenMessageId: null })

/** Why the newest text of the ticket stands there. */
async function why(number = 1): Promise<Placement | null | undefined> {
  return (await desk.messages(number)).findLast(({ direction }) => direction === 'in')?.placement
}

beforeEach(async () => {
  desk = await TestDesk.open({ reopenHours: 24 })
})

describe('a text says why it stands in its ticket', () => {
  it('as the first one of its sender; what the desk writes says nothing', async () => {
    await desk.receive('Hello')
    expect(await why()).toEqual({ ...NOTHING, reason: 'first-text' })
    expect((await desk.messages())[1]).toMatchObject({ kind: 'auto', placement: null })
  })

  it('in the open ticket, since when that has been open', async () => {
    await desk.receive('Hello')
    const opened = desk.clock.now()
    desk.clock.advance(HOUR)
    await desk.receive('Still there?')
    expect(await why()).toEqual({ ...NOTHING, reason: 'open-ticket', at: opened })
  })

  it('in a snoozed ticket that it woke, and until when that was to sleep', async () => {
    await desk.receive('Hello')
    const until = desk.clock.now() + HOUR
    await new SnoozeTicket(desk.deps).execute({ ticketNumber: 1, agentId: desk.ada.id, until })
    await desk.receive('Still there?')
    expect(await why()).toEqual({ ...NOTHING, reason: 'woke-ticket', at: until })
  })

  it('in a ticket that it reopened within the window', async () => {
    await desk.receive('Hello')
    await close()
    const closedAt = desk.clock.now()
    desk.clock.advance(3 * HOUR)
    await desk.receive('One more thing')
    expect(await why()).toEqual({ ...NOTHING, reason: 'reopened', at: closedAt, reopenHours: 24 })
  })

  it('in a new ticket, as the last one was closed too long ago', async () => {
    await desk.receive('Hello')
    await close()
    const closedAt = desk.clock.now()
    desk.clock.advance(24 * HOUR)
    await desk.receive('One more thing')
    expect(await why(2)).toEqual({ reason: 'window-over', ticket: 1, at: closedAt, reopenHours: 24 })
  })

  it('in a new ticket, as the inbox reopens none', async () => {
    desk = await TestDesk.open({ reopenHours: 0 })
    await desk.receive('Hello')
    await close()
    await desk.receive('One more thing')
    expect(await why(2)).toEqual({ ...NOTHING, reason: 'never-reopens', ticket: 1, at: desk.clock.now() })
  })

  it('as one that needs nobody: a keyword in a closed or snoozed ticket', async () => {
    await desk.receive('STOP')
    expect(await why()).toEqual({ ...NOTHING, reason: 'keyword' })
    await desk.receive('START')
    await desk.receive('Hello')
    expect(await why()).toMatchObject({ reason: 'reopened' })
    const until = desk.clock.now() + HOUR
    await new SnoozeTicket(desk.deps).execute({ ticketNumber: 1, agentId: desk.ada.id, until })
    await desk.receive('HELP')
    expect(await why()).toEqual({ ...NOTHING, reason: 'keyword' })
    expect((await desk.ticket()).status).toBe('snoozed')
  })

  it('as one of a blocked sender', async () => {
    await desk.receive('Hello')
    await close()
    const { contact } = await desk.ticket()
    await new BlockContact(desk.deps).execute({ contactId: contact.id, agentId: desk.ada.id })
    await desk.receive('Hello', ANA)
    expect(await why()).toEqual({ ...NOTHING, reason: 'blocked' })
  })
})
