import { beforeEach, describe, expect, it } from 'vitest'
import { aMessage, anAgent, anInbox, aPhone } from '../../../testing/builders.ts'
import { ANA, BEN, refusalOf, TestDesk } from '../../../testing/test-desk.ts'
import { RemovePracticeTickets } from './remove-practice-tickets.ts'

const OWNER = anAgent({ role: 'owner' })
const PRACTICE = anInbox({ number: '+12025550188', provider: 'simulated', isDefault: false })

describe('removing practice tickets', () => {
  let desk: TestDesk
  beforeEach(async () => {
    desk = await TestDesk.open()
    await desk.write(async ({ agents, inboxes }) => {
      await agents.add(OWNER)
      await inboxes.add(PRACTICE)
    })
  })
  const practise = (body: string, from: string) =>
    desk.receive(body, from, { provider: 'simulated', to: PRACTICE.number })
  const remove = (agentId = OWNER.id) => new RemovePracticeTickets(desk.deps).execute({ agentId })

  it('removes those of simulated numbers and what belongs to them, and leaves every other', async () => {
    await desk.receive('Hello', ANA)
    await practise('Hello', ANA)
    await practise('Hello', BEN)
    expect(await remove()).toEqual({ tickets: 2, messages: 4, contacts: 1 })
    expect(await desk.ticketCount()).toBe(1)
    expect((await desk.ticket(1)).contact.address).toBe(ANA)
    expect(await remove()).toEqual({ tickets: 0, messages: 0, contacts: 0 })
  })

  it('forgets that a practice customer wanted no texts', async () => {
    await practise('STOP', BEN)
    await remove()
    const practised = await practise('Hello', BEN)
    expect(practised).toMatchObject({ kind: 'stored', newTicket: true })
    expect((await desk.ticket(2)).contact.optedOutAt).toBeNull()
  })

  it('removes long tickets and many', async () => {
    await practise('Hello', ANA)
    const ticket = await desk.ticket(1)
    const parties = { number: 1, inboxId: PRACTICE.id, contactId: ticket.contact.id }
    await desk.write(async ({ messages }) => {
      for (let seq = 10; seq < 510; seq += 1) await messages.add(aMessage(parties, { seq }))
    })
    for (let i = 0; i < 150; i += 1) await practise('Hello', aPhone().value)
    expect(await remove()).toEqual({ tickets: 151, messages: 802, contacts: 151 })
    expect(await desk.ticketCount()).toBe(0)
  })

  it('is written down, and pages fetch everything anew', async () => {
    const heard: unknown[] = []
    desk.memory.changeFeed.subscribe((changes) => heard.push(...changes))
    await remove()
    expect(heard).toEqual([{ kind: 'inbox', inboxId: PRACTICE.id }])
    expect(desk.memory.auditEntries()).toMatchObject([
      { actorId: OWNER.id, what: 'practice.removed', subjectId: PRACTICE.id },
    ])
  })

  it('is for owners', async () => {
    await practise('Hello', ANA)
    expect(await refusalOf(remove(desk.ada.id))).toBe('not-allowed')
    expect(await desk.ticketCount()).toBe(1)
  })
})
