import { expect, it } from 'vitest'
import type { Message, TimelineItem } from '../src/http/contract/index.ts'
import { DESK_NUMBER, PUBLIC_URL } from './support/live-settings.ts'
import type { WebhookShape } from './support/message-bird-requests.ts'
import { type LiveDesk, startLiveDesk } from './support/start-live-desk.ts'
import { CUSTOMER } from './support/wired-desk.ts'

const OK = { status: 200, body: 'OK' }
const OTHER_CUSTOMER = '+12025550124'

const timeline = async ({ owner }: LiveDesk, number = 1): Promise<TimelineItem[]> =>
  (await owner.get(`/api/tickets/${number}/messages?limit=100`)).json().items
const said = async (desk: LiveDesk, number = 1) =>
  (await timeline(desk, number)).map((item) => (item.type === 'message' ? item.body : item.what))
const stateOf = async (desk: LiveDesk, id: string) => {
  const item = (await timeline(desk)).find((candidate) => candidate.id === id)
  return item?.type === 'message' ? item.delivery?.state : undefined
}

function text({ webhooks }: LiveDesk, body: string, shape: WebhookShape = 'form', from = CUSTOMER) {
  return webhooks.sendText({ from, to: DESK_NUMBER, body, shape })
}

async function reply({ owner }: LiveDesk, body: string): Promise<Message> {
  const sent = await owner.post(
    '/api/tickets/1/replies',
    { body, sendNow: true },
    { 'idempotency-key': crypto.randomUUID() },
  )
  expect(sent.statusCode).toBe(202)
  return sent.json()
}

it('a customer texts, is confirmed, answered, closed, comes back, and later gets a second ticket', async () => {
  const desk = await startLiveDesk()
  const { owner, provider, webhooks } = desk

  expect(await text(desk, 'Where is my order?')).toEqual(OK)
  const [confirmation] = await provider.waitForTexts(1)
  expect(confirmation).toMatchObject({
    originator: DESK_NUMBER.slice(1),
    recipient: CUSTOMER.slice(1),
    body: 'Thanks for contacting customer support! Your ticket ID is 1.',
    reportUrl: `${PUBLIC_URL}/webhooks/messagebird/status`,
  })
  const confirmed = confirmation?.reference ?? ''
  for (const status of ['delivered', 'sent', 'buffered']) {
    expect(await webhooks.sendReport({ reference: confirmed, status })).toEqual(OK)
  }
  expect(await stateOf(desk, confirmed)).toBe('delivered')

  expect(await text(desk, 'It is late', 'json')).toEqual(OK)
  const answer = await reply(desk, 'On its way.')
  await provider.waitForTexts(2)
  expect(provider.texts.map(({ body }) => body)).toEqual([confirmation?.body, 'On its way.'])
  await webhooks.sendReport({ reference: answer.id, status: 'sent' })
  await webhooks.sendReport({ reference: answer.id, status: 'delivered', method: 'POST' })
  expect(await stateOf(desk, answer.id)).toBe('delivered')

  await owner.put('/api/tickets/1/closure')
  expect(await text(desk, 'It has not come', 'query')).toEqual(OK)
  expect((await owner.get('/api/tickets/1')).json()).toMatchObject({ status: 'open' })
  await owner.put('/api/tickets/1/closure')
  const [inbox] = (await owner.get('/api/inboxes')).json().items
  await owner.patch(`/api/inboxes/${inbox.id}`, { reopenHours: 0 })
  expect(await text(desk, 'Another thing', 'short-code')).toEqual(OK)
  await provider.waitForTexts(3)

  expect(provider.texts.at(-1)?.body).toContain('ticket ID is 2')
  expect(await said(desk)).toEqual([
    'Where is my order?',
    confirmation?.body,
    'It is late',
    'On its way.',
    'closed',
    'reopened-by-text',
    'It has not come',
    'closed',
  ])
  expect(await said(desk, 2)).toEqual(['Another thing', provider.texts.at(-1)?.body])
})

it('texts of every shape join one ticket, pictures as links', async () => {
  const desk = await startLiveDesk()
  const shapes: WebhookShape[] = ['form', 'json', 'query', 'short-code', 'minimal-form']
  for (const shape of shapes) expect(await text(desk, `By ${shape}`, shape)).toEqual(OK)
  const mediaUrls = ['https://media.example/1.jpg', 'https://media.example/2.jpg']
  expect(await desk.webhooks.sendText({ from: CUSTOMER, to: DESK_NUMBER, body: '', shape: 'mms', mediaUrls })).toEqual(
    OK,
  )
  await desk.provider.waitForTexts(1)
  const texts = (await said(desk)).filter((line) => !line.includes('ticket ID'))
  expect(texts).toEqual([...shapes.map((shape) => `By ${shape}`), mediaUrls.join('\n')])
  expect(desk.provider.texts).toHaveLength(1)
})

it('reports may come in any order, twice, and before the provider has answered', async () => {
  const desk = await startLiveDesk()
  const { provider, webhooks } = desk
  await text(desk, 'Hello')
  await provider.waitForTexts(1)
  const orders = permutations(['sent', 'buffered', 'delivered'])
  for (const [index, order] of orders.entries()) {
    provider.answerNext(index % 2 === 0 ? 'accept' : 'slow')
    const { id } = await reply(desk, `Reply ${index}`)
    // The provider has the text by now; where it is slow, our own call has not returned yet.
    await provider.waitForTexts(index + 2)
    for (const status of [...order, ...order]) expect(await webhooks.sendReport({ reference: id, status })).toEqual(OK)
    expect(await stateOf(desk, id)).toBe('delivered')
  }
  expect(provider.texts).toHaveLength(orders.length + 1)
})

it('a send in doubt is not repeated; a report by its reference settles it', async () => {
  const desk = await startLiveDesk()
  const { provider, webhooks } = desk
  await text(desk, 'Hello')
  await provider.waitForTexts(1)
  provider.answerNext('server-error-after-accept')
  const { id } = await reply(desk, 'Once')
  await expect.poll(() => stateOf(desk, id)).toBe('uncertain')
  await webhooks.sendReport({ reference: id, status: 'delivered' })
  expect(await stateOf(desk, id)).toBe('delivered')
  await text(desk, 'And another', 'form', OTHER_CUSTOMER)
  await provider.waitForTexts(3)
  expect(provider.texts.filter(({ body }) => body === 'Once')).toHaveLength(1)
})

it('what the provider refuses is shown to an agent, and a report about nobody is taken without harm', async () => {
  const desk = await startLiveDesk()
  const { provider, webhooks, owner } = desk
  await text(desk, 'Hello')
  await provider.waitForTexts(1)
  provider.answerNext('no-balance')
  const { id } = await reply(desk, 'Hi')
  await expect.poll(() => stateOf(desk, id)).toBe('failed')
  expect((await owner.get('/api/views')).json()).toMatchObject({ attention: 1 })
  expect(await webhooks.sendReport({ reference: 'somebody-else', id: 'x', status: 'delivered' })).toEqual(OK)
  expect(await stateOf(desk, id)).toBe('failed')
})

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]]
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]))
}
