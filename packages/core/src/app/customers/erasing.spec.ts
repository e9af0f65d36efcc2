import { beforeEach, describe, expect, it } from 'vitest'
import { BEN, refusalOf, TestDesk } from '../../../testing/test-desk.ts'
import { ReplyToTicket } from '../replying/reply-to-ticket.ts'
import { EraseContact } from './erase-contact.ts'
import { ExportContact } from './export-contact.ts'
import { OptOutContact } from './opt-out-contact.ts'

let desk: TestDesk
let contactId: string
const erase = (more: object = {}) =>
  new EraseContact({ ...desk.deps, shredder: { shred: async () => void shredded.push(true) } }).execute({
    ...{ contactId, agentId: desk.ada.id },
    ...more,
  })
let shredded: true[]

beforeEach(async () => {
  desk = await TestDesk.open()
  shredded = []
  await desk.write(({ agents }) => agents.save({ ...desk.ada, role: 'owner' }))
  await desk.receive('Where is my order?')
  await desk.receive('I am Ben', BEN)
  contactId = (await desk.ticket()).contact.id
})

describe('erasing a contact', () => {
  it('takes out the contact and every ticket, tells pages and the audit log, and shreds what is left', async () => {
    const heard: unknown[] = []
    desk.memory.changeFeed.subscribe((changes) => heard.push(...changes))
    await erase()
    expect(await desk.memory.deskQueries.findContact(contactId)).toBeNull()
    expect(await desk.ticketCount()).toBe(1)
    expect(await desk.messages(2)).not.toEqual([])
    expect(heard).toEqual([{ kind: 'ticket', ticketNumber: 1, what: 'state' }])
    const entry = { what: 'contact.erased', actorId: desk.ada.id, subjectId: contactId }
    expect(desk.memory.auditEntries()).toMatchObject([entry])
    expect(shredded).toHaveLength(1)
    expect(await refusalOf(erase())).toBe('not-found')
  })

  it('goes through however many messages there are', async () => {
    for (let n = 0; n < 450; n += 1) await desk.receive(`Text ${n}`)
    await erase()
    expect(await desk.ticketCount()).toBe(1)
  })

  it('keeps the opt-out: who said STOP stays opted out when they write again', async () => {
    await new OptOutContact(desk.deps).execute({ contactId, inboxId: null, agentId: desk.ada.id })
    await erase()
    await desk.receive('Hello again')
    const again = await desk.ticket(3)
    expect(again.contact.id).not.toBe(contactId)
    expect(again.contact.optedOutAt).not.toBeNull()
  })

  it('is for owners', async () => {
    expect(await refusalOf(erase({ agentId: desk.bob.id }))).toBe('not-allowed')
    expect(await desk.ticketCount()).toBe(2)
  })

  it('waits for a text that is leaving, and stops one that is not', async () => {
    const choices = { seenMessageId: null, sendNow: true, idempotencyKey: 'key' }
    const by = { ticketNumber: 1, agentId: desk.ada.id }
    const reply = await new ReplyToTicket(desk.deps).execute({ ...by, body: 'On its way', ...choices })
    const saveAs = (state: 'dispatching' | 'queued') =>
      desk.write(async ({ messages }) => {
        if (reply.delivery) await messages.save({ ...reply, delivery: { ...reply.delivery, state } })
      })
    await saveAs('dispatching')
    expect(await refusalOf(erase())).toBe('texts-leaving')
    expect((await desk.ticket()).contact.blockedAt).toBeNull()
    await saveAs('queued')
    await erase()
    const due = await desk.write(({ outbox }) => outbox.claimDue({ now: desk.clock.now(), limit: 10, token: 'token' }))
    expect(due.map(({ contactId: to }) => to)).not.toContain(contactId)
  })
})

describe('exporting a contact', () => {
  it('hands out every ticket with its whole timeline, oldest item first, and is audited', async () => {
    for (let n = 0; n < 250; n += 1) await desk.receive(`Text ${n}`)
    const deps = { ...desk.deps, ...desk.memory, unitOfWork: desk.unitOfWork }
    const { contact, tickets } = await new ExportContact(deps).execute({ contactId, agentId: desk.bob.id })
    expect(contact.contact.id).toBe(contactId)
    expect(tickets.map(({ row }) => row.number)).toEqual([1])
    const seqs = tickets[0]?.timeline.map((item) => (item.type === 'message' ? item.message.seq : item.activity.seq))
    expect(seqs).toEqual(Array.from({ length: 252 }, (_, n) => n + 1))
    const entry = { what: 'contact.exported', actorId: desk.bob.id, subjectId: contactId }
    expect(desk.memory.auditEntries()).toMatchObject([entry])
    const nobody = new ExportContact(deps).execute({ contactId: 'nobody', agentId: desk.bob.id })
    expect(await refusalOf(nobody)).toBe('not-found')
  })
})
