import { beforeEach, describe, expect, it } from 'vitest'
import { refusalOf, TestDesk } from '../../../testing/test-desk.ts'
import { ChangeInbox } from '../operations/change-inbox.ts'
import { EnsureInboxes } from '../operations/ensure-inboxes.ts'
import { BlockContact } from './block-contact.ts'
import { ChangeContact } from './change-contact.ts'
import { OptInContact } from './opt-in-contact.ts'
import { OptOutContact } from './opt-out-contact.ts'
import { UnblockContact } from './unblock-contact.ts'

let desk: TestDesk
let contactId: string

beforeEach(async () => {
  desk = await TestDesk.open()
  await desk.receive('Hello')
  contactId = (await desk.ticket()).contact.id
})

const person = () => ({ contactId, agentId: desk.ada.id, inboxId: null })
const kinds = async () => (await desk.activity()).map(({ what }) => what)

describe('opting a contact out and in', () => {
  it('is shown in the ticket, and audited', async () => {
    await new OptOutContact(desk.deps).execute(person())
    await new OptOutContact(desk.deps).execute(person())
    await new OptInContact(desk.deps).execute({ ...person(), inboxId: desk.inbox.id })
    await new OptInContact(desk.deps).execute(person())
    expect(await kinds()).toEqual(['opted-out', 'opted-in'])
    const audit = await desk.memory.readAudit()
    expect(audit.map(({ what }) => what)).toContain('contact.opted-out')
    expect(await refusalOf(new OptOutContact(desk.deps).execute({ ...person(), inboxId: 'none' }))).toBe('not-found')
  })
})

describe('blocking and unblocking', () => {
  it('ends the wait, and both are shown once', async () => {
    await new BlockContact(desk.deps).execute(person())
    await new BlockContact(desk.deps).execute(person())
    expect(await desk.ticket()).toMatchObject({ waitingSince: null, contact: { blockedAt: desk.clock.now() } })
    await new UnblockContact(desk.deps).execute(person())
    await new UnblockContact(desk.deps).execute(person())
    expect(await kinds()).toEqual(['blocked', 'unblocked'])
    expect((await desk.ticket()).contact.blockedAt).toBeNull()
  })
})

describe('noting something about a contact', () => {
  it('leaves the name alone, and a blank note is none', async () => {
    const note = async () => (await desk.memory.deskQueries.findContact(person().contactId))?.contact.note
    await new ChangeContact(desk.deps).execute({ ...person(), name: 'Sam' })
    await new ChangeContact(desk.deps).execute({ ...person(), note: ' Prefers texts after 5\nVIP ' })
    expect(await note()).toBe('Prefers texts after 5\nVIP')
    expect((await desk.ticket()).contact.name).toBe('Sam')
    await new ChangeContact(desk.deps).execute({ ...person(), note: ' ' })
    expect(await note()).toBeNull()
  })
})

describe('renaming', () => {
  it('trims, and a blank name is none', async () => {
    await new ChangeContact(desk.deps).execute({ ...person(), name: '  Sam ' })
    expect((await desk.ticket()).contact.name).toBe('Sam')
    await new ChangeContact(desk.deps).execute({ ...person(), name: '  ' })
    expect((await desk.ticket()).contact.name).toBeNull()
    const nobody = { ...person(), contactId: 'none', name: 'X' }
    expect(await refusalOf(new ChangeContact(desk.deps).execute(nobody))).toBe('not-found')
  })
})

describe('changing an inbox', () => {
  const change = (more: object) =>
    new ChangeInbox(desk.deps).execute({ inboxId: desk.inbox.id, agentId: desk.ada.id, ...more })

  it('keeps what is not named', async () => {
    await change({ name: 'Sales', reopenHours: 0 })
    const [row] = await desk.memory.deskQueries.listInboxes()
    expect(row?.inbox).toMatchObject({
      name: 'Sales',
      reopenHours: 0,
      confirmationTemplate: 'Your ticket ID is {{ticket}}.',
    })
  })

  it('takes words of its own, whether it answers them, how much it sends by itself and how fast', async () => {
    const optOutWords = { out: [' Enough '], in: [], help: [] }
    await change({ optOutWords, answersKeywords: false, automaticTextsPerHour: 0, textsPerSecond: 3 })
    const [row] = await desk.memory.deskQueries.listInboxes()
    const asked = { answersKeywords: false, automaticTextsPerHour: 0, textsPerSecond: 3 }
    expect(row?.inbox).toMatchObject({ ...asked, optOutWords: { out: ['Enough'], in: [], help: [] } })
    expect(await refusalOf(change({ optOutWords: { ...optOutWords, out: [] } }))).toBe('invalid-input')
  })

  it('refuses a confirmation that does not name the ticket', async () => {
    expect(await refusalOf(change({ confirmationTemplate: 'Thanks' }))).toBe('invalid-input')
    expect(await refusalOf(change({ inboxId: 'none' }))).toBe('not-found')
  })
})

describe('the configured number', () => {
  it('that changed adds an inbox, makes it the default and renames none', async () => {
    const ensure = new EnsureInboxes(desk.deps)
    await ensure.execute({ number: '+12025550142', provider: 'messagebird' })
    await ensure.execute({ number: '+12025550142', provider: 'messagebird' })
    const inboxes = (await desk.memory.deskQueries.listInboxes()).map(({ inbox }) => inbox)
    expect(inboxes.map(({ number, isDefault }) => [number, isDefault])).toEqual([
      [desk.inbox.number, false],
      ['+12025550142', true],
    ])
  })
})
