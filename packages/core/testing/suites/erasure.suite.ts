import { describe, expect, it } from 'vitest'
import { aReport } from '../a-report.ts'
import { aDelivery, aDraft, aMessage, anActivity, aReply } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type DeskUnderTest, type OpenDesk, useDesk } from './desk-subject.ts'
import { type Scene, storeAgent, storeContact, storeMessages, storeScene, storeStranger, storeTicket } from './scene.ts'

const closed = { status: 'closed', closedAt: START } as const

export function describeErasure(open: OpenDesk): void {
  describe('erasing a contact', () => {
    const desk = useDesk(open)
    const eraseMessages = (contactId: string, limit: number) =>
      desk.run(({ erasure }) => erasure.eraseMessages(contactId, limit))
    const eraseContact = (contactId: string) => desk.run(({ erasure }) => erasure.eraseContact(contactId))

    it('leaves nothing of theirs and everything of the others', async () => {
      const { scene, second, stranger } = await storeTwoCustomers(desk)
      const { contact, ticket, agent, inbox } = scene
      expect(await eraseMessages(contact.id, 2)).toBe(2)
      expect(await eraseMessages(contact.id, 2)).toBe(1)
      expect((await eraseContact(contact.id)).toSorted()).toEqual([ticket.number, second.number].toSorted())

      await desk.subject.settleSearch()
      const list = async (search: string | null) => {
        const query = { agentId: agent.id, view: 'all', cursor: null, limit: 10, now: START } as const
        return (await desk.tickets.list({ ...query, search })).items.map(({ number }) => number)
      }
      expect(await list(null)).toEqual([stranger.number])
      expect(await list('kettle')).toEqual([stranger.number])
      expect(await desk.tickets.timeline(ticket.number, null, 10)).toBeNull()
      expect(await desk.queries.findContact(contact.id)).toBeNull()
      expect(await desk.run(({ contacts }) => contacts.findByAddress(contact.address))).toBeNull()
      expect(await desk.workspace.listTags(10)).toEqual([{ tag: 'VIP', tickets: 1 }])
      expect(await desk.workspace.listDrafts(agent.id, null, 10)).toMatchObject([{ ticketNumber: stranger.number }])
      const optOut = await desk.run(({ optOuts }) => optOuts.find(inbox.id, contact.address))
      expect(optOut).toEqual({ at: START, source: 'text' })
    })

    it('takes the reports of their messages along', async () => {
      const { scene } = await storeTwoCustomers(desk)
      const { messages } = scene
      const reportsOf = (id: string) => desk.run(({ reports }) => reports.listForMessage(id))
      expect(await reportsOf(messages[0])).toHaveLength(1)
      await eraseMessages(scene.contact.id, 100)
      expect(await reportsOf(messages[0])).toEqual([])
      expect(await reportsOf(messages[1])).toHaveLength(1)
    })

    it('takes held reports that mention their number along, and no others', async () => {
      const { contact } = await storeScene(desk)
      const other = await storeContact(desk)
      const hold = (recipient: string | null, number: string) =>
        aReport({
          reference: 'unknown',
          raw: JSON.stringify({ to: number.replace('+', '') }),
          held: { provider: 'messagebird', recipient, optsOut: false },
        })
      const [theirs, others] = [contact.address.value, other.address.value]
      const kept = hold(others, others)
      const held = [hold(theirs, ''), hold(null, theirs), kept]
      await desk.run(async ({ reports }) => {
        for (const report of held) await reports.add(report)
      })
      await eraseContact(contact.id)
      const awaited = { provider: 'messagebird', reference: 'unknown', providerMessageId: null } as const
      expect(await desk.run(({ reports }) => reports.findHeld(awaited))).toEqual([kept])
    })

    it('gives no number of theirs to the next ticket, and finds what is written next', async () => {
      const { scene, second } = await storeTwoCustomers(desk)
      const newest = await storeTicket(desk, { inbox: scene.inbox, contact: scene.contact }, closed)
      await storeMessages(desk, aMessage(newest, { body: 'last words' }))
      await desk.subject.settleSearch()
      await eraseMessages(scene.contact.id, 100)
      await eraseContact(scene.contact.id)
      const next = await storeStranger(desk, scene.inbox)
      expect(next.number).toBeGreaterThan(Math.max(newest.number, second.number))
      await storeMessages(desk, aMessage(next, { body: 'fresh words' }))
      await desk.subject.settleSearch()
      const find = async (search: string) => {
        const query = { agentId: scene.agent.id, view: 'all', cursor: null, limit: 10, now: START } as const
        return (await desk.tickets.list({ ...query, search })).items.map(({ number }) => number)
      }
      expect([await find('words'), await find('last')]).toEqual([[next.number], []])
    })

    it('can tell when a text is leaving', async () => {
      const { contact, ticket } = await storeScene(desk)
      const isLeaving = () => desk.run(({ erasure }) => erasure.isTextLeaving(contact.id))
      const reply = aReply(ticket)
      await storeMessages(desk, reply)
      expect(await isLeaving()).toBe(false)
      const claim = { token: 'token', leaseUntil: START + 60_000 }
      const dispatching = { ...reply, delivery: aDelivery({ state: 'dispatching', claim, nextAttemptAt: null }) }
      await desk.run(({ messages }) => messages.save(dispatching))
      expect(await isLeaving()).toBe(true)
      const other = await storeContact(desk)
      expect(await desk.run(({ erasure }) => erasure.isTextLeaving(other.id))).toBe(false)
    })

    it('of nobody erases nothing', async () => {
      await storeScene(desk)
      expect([await eraseMessages('nobody', 10), await eraseContact('nobody')]).toEqual([0, []])
    })
  })
}

/** One with two tickets and traces in every table, and another one like it. */
async function storeTwoCustomers(desk: DeskUnderTest) {
  const scene: Scene = await storeScene(desk, { tags: ['VIP', 'Refund'] })
  const { inbox, contact, ticket, agent } = scene
  const second = await storeTicket(desk, { inbox, contact }, closed)
  const stranger = await storeStranger(desk, inbox, { tags: ['VIP'] })
  const other = await storeAgent(desk)
  const [reply, theirs] = [aReply(ticket, { seq: 3 }), aReply(stranger, { seq: 2 })]
  const words = { body: 'The kettle leaks' }
  await storeMessages(desk, aMessage(ticket, words), aMessage(stranger, words))
  await storeMessages(desk, aMessage(second, { ...words, direction: 'out', kind: 'note' }), reply, theirs)
  await desk.run(async ({ activity, drafts, optOuts, reads, reports }) => {
    await optOuts.add(inbox.id, contact.address, { at: START, source: 'text' })
    for (const { number } of [ticket, stranger]) {
      await activity.add(anActivity(number, { seq: 9, id: `line-${number}` }))
      await drafts.save(aDraft({ agentId: agent.id, ticketNumber: number }))
      await reads.markSeen(other.id, number, 1)
    }
    for (const messageId of [reply.id, theirs.id]) await reports.add(aReport({ messageId }))
  })
  await desk.subject.settleSearch()
  return { scene: { ...scene, messages: [reply.id, theirs.id] as const }, second, stranger }
}
