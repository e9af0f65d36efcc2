import { beforeEach, describe, expect, it } from 'vitest'
import { refusalOf, TestDesk } from '../../../testing/test-desk.ts'
import { CloseTicket } from './close-ticket.ts'
import { SnoozeTicket } from './snooze-ticket.ts'
import { WakeSnoozedTickets } from './wake-snoozed-tickets.ts'
import { WakeTicket } from './wake-ticket.ts'

const HOUR = 3_600_000

let desk: TestDesk
let by: { ticketNumber: number; agentId: string }
const snooze = (hours: number, ticketNumber = 1) =>
  new SnoozeTicket(desk.deps).execute({ ...by, ticketNumber, until: desk.clock.now() + hours * HOUR })
const wakeDue = () => new WakeSnoozedTickets(desk.deps).execute()
const lines = async () => (await desk.activity()).map(({ what, actorId, detail }) => [what, actorId, detail])

beforeEach(async () => {
  desk = await TestDesk.open()
  by = { ticketNumber: 1, agentId: desk.ada.id }
  await desk.receive('Hello')
})

describe('snoozing', () => {
  it('puts the ticket aside, and who waits waits on', async () => {
    const { waitingSince, updatedAt } = await desk.ticket()
    const until = desk.clock.now() + HOUR
    await snooze(1)
    await snooze(1)
    expect(await desk.ticket()).toMatchObject({ status: 'snoozed', snoozedUntil: until, waitingSince, updatedAt })
    expect(await lines()).toEqual([['snoozed', desk.ada.id, new Date(until).toISOString()]])
  })

  it('again moves the moment', async () => {
    await snooze(1)
    await snooze(2)
    expect((await desk.ticket()).snoozedUntil).toBe(desk.clock.now() + 2 * HOUR)
  })

  it.each([
    [0, 'invalid-input'],
    [-1, 'invalid-input'],
    [Number.NaN, 'invalid-input'],
    [366 * 24, 'done'],
    [366 * 24 + 1, 'invalid-input'],
  ])('for %d hours: %s', async (hours, outcome) => {
    expect(await refusalOf(snooze(hours))).toBe(outcome)
  })

  it('of a closed ticket is refused, and closing ends it', async () => {
    await snooze(1)
    await new CloseTicket(desk.deps).execute({ ...by, seenMessageId: null })
    expect(await desk.ticket()).toMatchObject({ status: 'closed', snoozedUntil: null })
    expect(await refusalOf(snooze(1))).toBe('ticket-closed')
    expect(await refusalOf(snooze(1, 7))).toBe('not-found')
  })
})

describe('a snoozed ticket wakes', () => {
  beforeEach(() => snooze(1))

  it('when its time comes, on top of the list', async () => {
    desk.clock.advance(HOUR - 1)
    expect(await wakeDue()).toEqual({ woken: 0, nextAt: desk.clock.now() + 1 })
    const now = desk.clock.advance(1)
    expect(await wakeDue()).toEqual({ woken: 1, nextAt: null })
    expect(await desk.ticket()).toMatchObject({ status: 'open', snoozedUntil: null, updatedAt: now })
    expect((await lines()).at(-1)).toEqual(['woken', null, 'time'])
    expect(await wakeDue()).toEqual({ woken: 0, nextAt: null })
  })

  it('with the next text, once', async () => {
    await desk.receive('Still there?')
    await desk.receive('Hello?')
    expect(await desk.ticket()).toMatchObject({ status: 'open', snoozedUntil: null })
    expect((await lines()).slice(1)).toEqual([['woken', null, 'text']])
  })

  it('but not with a STOP', async () => {
    await desk.receive('STOP')
    expect((await desk.ticket()).status).toBe('snoozed')
  })

  it('by hand, once', async () => {
    const now = desk.clock.advance(5)
    await new WakeTicket(desk.deps).execute(by)
    await new WakeTicket(desk.deps).execute(by)
    expect(await desk.ticket()).toMatchObject({ status: 'open', snoozedUntil: null, updatedAt: now })
    expect((await lines()).slice(1)).toEqual([['woken', desk.ada.id, null]])
  })
})

it('a hundred tickets wake at a time, and the rest at once after them', async () => {
  await desk.write(async ({ tickets, contacts }) => {
    const [contact, ticket] = [
      await contacts.findByAddress({ kind: 'phone', value: '+12025550101' }),
      await tickets.find(1),
    ]
    if (!contact || !ticket) return
    for (let n = 0; n < 101; n += 1) {
      const id = `contact-${n}`
      await contacts.add({ ...contact, id, address: { kind: 'name', value: id } })
      await tickets.add({ ...ticket, contactId: id, status: 'snoozed', snoozedUntil: desk.clock.now() })
    }
  })
  expect(await wakeDue()).toEqual({ woken: 100, nextAt: desk.clock.now() })
  expect(await wakeDue()).toEqual({ woken: 1, nextAt: null })
})
