import { expect, it } from 'vitest'
import type { Message, TimelineItem } from '../src/http/contract/index.ts'
import type { DeskClient } from './support/desk-client.ts'
import { WiredDesk } from './support/wired-desk.ts'

const newest = async (who: DeskClient): Promise<TimelineItem> =>
  (await who.get('/api/tickets/1/messages')).json().items.at(-1)
const unread = async (who: DeskClient): Promise<boolean> => (await who.get('/api/tickets/1')).json().unread
const reply = (who: DeskClient, body: string, seenMessageId?: string) =>
  who.post(
    '/api/tickets/1/replies',
    { body, ...(seenMessageId && { seenMessageId }) },
    { 'idempotency-key': crypto.randomUUID() },
  )

it('each has their own unread', async () => {
  const wired = await WiredDesk.open()
  const { owner, agent } = wired.desk
  await wired.text('Hello')
  expect([await unread(owner), await unread(agent)]).toEqual([true, true])
  const seen = await newest(agent)
  expect((await agent.put('/api/tickets/1/read', { messageId: seen.id })).statusCode).toBe(204)
  expect([await unread(owner), await unread(agent)]).toEqual([true, false])
  await wired.text('Anybody there?')
  expect([await unread(owner), await unread(agent)]).toEqual([true, true])
})

it('a reply or a closing crossed by a text is refused, and passes once the text was seen', async () => {
  const wired = await WiredDesk.open()
  const { agent } = wired.desk
  await wired.text('Hello')
  const seen = await newest(agent)
  await wired.text('Never mind, it arrived')
  const crossing = (await newest(agent)).id
  for (const refused of [
    await reply(agent, 'Let me look', seen.id),
    await agent.put('/api/tickets/1/closure', { seenMessageId: seen.id }),
  ]) {
    expect(refused.json()).toMatchObject({
      status: 409,
      code: 'newer-message',
      messageId: crossing,
      detail: expect.stringContaining('customer'),
    })
  }
  await wired.passHold()
  expect(wired.desk.gateway.sent.map(({ body }) => body)).not.toContain('Let me look')
  expect((await reply(agent, 'Glad to hear', crossing)).statusCode).toBe(202)
})

it("a reply crossed by a colleague's is refused; one's own is not in the way", async () => {
  const wired = await WiredDesk.open()
  const { owner, agent } = wired.desk
  await wired.text('Hello')
  const seen = await newest(agent)
  const first: Message = (await reply(owner, 'On it', seen.id)).json()
  expect((await reply(agent, 'On it', seen.id)).json()).toMatchObject({ code: 'newer-message', messageId: first.id })
  expect((await reply(owner, 'One more thing', seen.id)).statusCode).toBe(202)
})

it('an agent may change no inbox', async () => {
  const wired = await WiredDesk.open()
  const [inbox] = (await wired.desk.agent.get('/api/inboxes')).json().items
  expect((await wired.desk.agent.patch(`/api/inboxes/${inbox.id}`, { name: 'Mine' })).json()).toMatchObject({
    status: 403,
    code: 'not-allowed',
  })
})
