import { beforeEach, describe, expect, it } from 'vitest'
import { ANA, BEN, TestDesk } from '../../../testing/test-desk.ts'
import { BlockContact } from '../customers/block-contact.ts'
import { ReplyToTicket } from '../replying/reply-to-ticket.ts'
import { CloseTicket } from '../triage/close-ticket.ts'

const HOUR = 3_600_000
let desk: TestDesk

async function close(number: number) {
  await new CloseTicket(desk.deps).execute({ ticketNumber: number, agentId: desk.ada.id, seenMessageId: null })
}

const reply = (body: string) =>
  new ReplyToTicket(desk.deps).execute({
    ticketNumber: 1,
    agentId: desk.ada.id,
    body,
    seenMessageId: null,
    idempotencyKey: body,
    sendNow: false,
  })

const purposes = async (number = 1) => (await desk.messages(number)).flatMap(({ purpose }) => purpose ?? [])
const withheld = async (number = 1) =>
  (await desk.activity(number)).flatMap(({ what, detail }) => (what === 'confirmation-withheld' ? [detail] : []))

beforeEach(async () => {
  desk = await TestDesk.open({ reopenHours: 0 })
})

describe('the confirmation is withheld, and the ticket says why,', () => {
  it('from senders that cannot be answered', async () => {
    await desk.receive('Your code is 1234', ANA, { from: { kind: 'name', value: 'ACME' } })
    await desk.receive('Balance low', ANA, { from: { kind: 'short-code', value: '12345' } })
    expect(await withheld(1)).toEqual(['unanswerable'])
    expect(await withheld(2)).toEqual(['unanswerable'])
    expect(await purposes(1)).toEqual([])
  })

  it('from our own numbers', async () => {
    await desk.receive('Hello me', desk.inbox.number ?? '')
    expect(await withheld()).toEqual(['own-number'])
  })

  it('after five in 24 hours to one contact', async () => {
    for (let number = 1; number <= 6; number += 1) {
      await desk.receive(`Question ${number}`)
      await close(number)
    }
    expect(await purposes(5)).toEqual(['confirmation'])
    expect(await withheld(6)).toEqual(['too-many-confirmations'])
    desk.clock.advance(24 * HOUR + 1)
    await desk.receive('The day after')
    expect(await purposes(7)).toEqual(['confirmation'])
  })

  it('after three identical texts in an hour', async () => {
    for (let number = 1; number <= 4; number += 1) {
      await desk.receive('I am out of office')
      await close(number)
    }
    expect(await purposes(3)).toEqual(['confirmation'])
    expect(await withheld(4)).toEqual(['identical-texts'])
  })

  it("past the inbox's hourly budget, whoever writes", async () => {
    desk = await TestDesk.open({ automaticTextsPerHour: 2 })
    for (let i = 1; i <= 3; i += 1) await desk.receive('Hello', `+1202555011${i}`)
    expect(await withheld(3)).toEqual(['budget-spent'])
    desk.clock.advance(HOUR)
    await desk.receive('Hello', BEN)
    expect(await purposes(4)).toEqual(['confirmation'])
  })
})

describe('STOP', () => {
  it('as a first text is stored in a closed ticket, confirmed once, and nobody waits', async () => {
    await desk.receive('Stop.')
    expect(await desk.ticket()).toMatchObject({ status: 'closed', waitingSince: null })
    expect(await purposes()).toEqual(['opt-out'])
    expect((await desk.ticket()).contact.optedOutAt).toBe(desk.clock.now())
    await desk.receive('STOP')
    expect(await purposes(2)).toEqual([])
  })

  it('in an open ticket cancels what has not left, and nobody waits any more', async () => {
    await desk.receive('Hello')
    const held = await reply('On its way')
    await desk.receive('And?')
    await desk.receive('STOP')
    const messages = await desk.messages()
    expect(messages.find(({ id }) => id === held.id)?.delivery).toMatchObject({
      state: 'cancelled',
      reason: 'opted-out',
    })
    expect(messages.find(({ purpose }) => purpose === 'confirmation')?.delivery?.state).toBe('cancelled')
    expect(messages.find(({ purpose }) => purpose === 'opt-out')?.delivery?.state).toBe('queued')
    expect((await desk.ticket()).waitingSince).toBeNull()
  })

  it('silences the confirmation of a later ticket, but not the ticket', async () => {
    await desk.receive('STOP')
    await desk.receive('Are you still there?')
    expect(await withheld(2)).toEqual(['opted-out'])
    expect(await desk.ticket(2)).toMatchObject({ status: 'open', unread: true, waitingSince: null })
  })

  it('is kept but not answered where the provider answers it', async () => {
    desk = await TestDesk.open({ answersKeywords: false })
    await desk.receive('STOP')
    expect(await purposes()).toEqual([])
    expect((await desk.ticket()).contact.optedOutAt).not.toBeNull()
  })
})

describe('START', () => {
  it('ends an opt-out', async () => {
    await desk.receive('STOP')
    await desk.receive('START')
    expect(await purposes(2)).toEqual(['opt-in'])
    expect((await desk.ticket(2)).contact.optedOutAt).toBeNull()
  })

  it('is an ordinary text from somebody who never opted out', async () => {
    await desk.receive('Start')
    expect(await purposes()).toEqual(['confirmation'])
  })
})

describe('HELP', () => {
  it('is answered, and nobody waits', async () => {
    await desk.receive('help')
    expect(await purposes()).toEqual(['help'])
    expect(await desk.ticket()).toMatchObject({ status: 'closed', waitingSince: null })
  })

  it('is not answered after STOP', async () => {
    await desk.receive('STOP')
    await desk.receive('HELP')
    expect(await purposes(2)).toEqual([])
  })

  it('within the window, followed by a real text, gives that ticket its confirmation', async () => {
    desk = await TestDesk.open()
    await desk.receive('help')
    await desk.receive('My order is late')
    expect(await purposes()).toEqual(['help', 'confirmation'])
    expect(await desk.ticket()).toMatchObject({ status: 'open', waitingSince: desk.clock.now() })
  })
})

describe('what the desk says to STOP, START and HELP', () => {
  const said = async (words: readonly string[]) => {
    for (const word of words) await desk.receive(word)
    const texts = [...(await desk.messages(1)), ...((await desk.ticketCount()) > 1 ? await desk.messages(2) : [])]
    return texts.flatMap(({ purpose, body }) => (purpose === null ? [] : [body]))
  }

  it('names the company and the number, in the language of the inbox', async () => {
    desk = await TestDesk.open({ company: 'Beispiel AG', language: 'de', reopenHours: 0 })
    expect(await said(['STOP', 'START'])).toEqual([
      'Beispiel AG: Sie sind abgemeldet und erhalten keine SMS mehr von +12025550199. Mit START melden Sie sich wieder an.',
      'Beispiel AG: Sie erhalten wieder SMS von +12025550199. Hilfe mit HELP, abmelden mit STOP.',
    ])
  })

  it("names the inbox while there is no company's name", async () => {
    desk = await TestDesk.open({ name: 'Example support' })
    expect(await said(['STOP'])).toEqual([expect.stringMatching(/^Example support: You are opted out/)])
  })

  it('is what the owner wrote', async () => {
    const consentTexts = { out: null, in: null, help: 'Call {{contact}}, {{company}}. STOP ends this.' }
    desk = await TestDesk.open({ company: 'Example Ltd', helpContact: '+12025550123', consentTexts })
    expect(await said(['help'])).toEqual(['Call +12025550123, Example Ltd. STOP ends this.'])
  })
})

describe('a blocked contact', () => {
  it('is stored without a wait and without any automatic text', async () => {
    await desk.receive('Spam')
    await close(1)
    const { contact } = await desk.ticket()
    await new BlockContact(desk.deps).execute({ contactId: contact.id, agentId: desk.ada.id })
    await desk.receive('More spam')
    expect(await desk.ticket(2)).toMatchObject({ status: 'closed', waitingSince: null })
    expect(await purposes(2)).toEqual([])
    await desk.receive('STOP')
    expect(await purposes(3)).toEqual([])
  })
})
