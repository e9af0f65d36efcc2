import { beforeEach, describe, expect, it } from 'vitest'
import { ANA, TestDesk } from '../../../testing/test-desk.ts'
import { ReplyToTicket } from '../replying/reply-to-ticket.ts'
import { StartConversation } from '../replying/start-conversation.ts'
import { ClaimDueMessages } from '../sending/claim-due-messages.ts'
import { SendClaimedMessage } from '../sending/send-claimed-message.ts'

let desk: TestDesk

async function reply(body: string): Promise<string | undefined> {
  const how = { agentId: desk.ada.id, seenMessageId: null, idempotencyKey: body, sendNow: true }
  await new ReplyToTicket(desk.deps).execute({ ticketNumber: 1, body, ...how })
  const { token, messageIds } = await new ClaimDueMessages(desk.deps).execute({ limit: 10 })
  const sender = new SendClaimedMessage({ ...desk.deps, gateways: { messagebird: desk.gateway } })
  for (const messageId of messageIds) await sender.execute({ messageId, token })
  return desk.gateway.sent.at(-1)?.to
}

describe.each([
  ['Argentina', '+541123456782', '+5491123456782'],
  ['Mexico', '+5215512345681', '+525512345681'],
])('one number in %s, written as %s and as %s', (_, one, other) => {
  beforeEach(async () => {
    desk = await TestDesk.open()
    await desk.receive('Hola', one)
  })

  it('is one contact with one ticket, answered where it was written from last', async () => {
    expect(await reply('One')).toBe(one)
    expect(await desk.receive('Y mi pedido', other)).toMatchObject({ ticketNumber: 1, newTicket: false })
    expect(await reply('Two')).toBe(other)
    expect((await desk.ticket()).contact.address).toBe(other)
    await desk.receive('Y mi pedido', one)
    expect(await reply('Three')).toBe(one)
    expect((await desk.messages()).filter(({ kind }) => kind === 'auto')).toHaveLength(1)
  })

  it('has one consent', async () => {
    await desk.receive('STOP', other)
    expect((await desk.ticket()).contact.optedOutAt).toBe(desk.clock.now())
    await desk.receive('START', one)
    expect((await desk.ticket()).contact.optedOutAt).toBeNull()
  })

  it('is found when an agent writes first', async () => {
    const address = { kind: 'phone', value: other } as const
    const start = { agentId: desk.ada.id, address, body: 'Hola', inboxId: null }
    expect(await new StartConversation(desk.deps).execute(start)).toMatchObject({ ticketNumber: 1, messageId: null })
  })

  it("may be the desk's own: texts to either come to its inbox, and it never answers itself", async () => {
    desk = await TestDesk.open({ number: one })
    await desk.receive('Hola', ANA, { to: other })
    expect((await desk.ticket()).inbox.id).toBe(desk.inbox.id)
    await desk.receive('Hola', other)
    expect((await desk.activity(2)).map(({ what, detail }) => [what, detail])).toEqual([
      ['confirmation-withheld', 'own-number'],
    ])
  })
})
