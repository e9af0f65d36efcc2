import { expect, it } from 'vitest'
import { DESK_NUMBER } from './support/live-settings.ts'
import type { WebhookShape, WireRequest } from './support/message-bird-requests.ts'
import { textRequest } from './support/message-bird-requests.ts'
import { CUSTOMER, WiredDesk } from './support/wired-desk.ts'

const hello = (more: Partial<WireRequest> = {}): WireRequest => ({
  ...textRequest({ from: CUSTOMER, to: DESK_NUMBER, body: 'Hello' }),
  ...more,
})

async function bodies(wired: WiredDesk): Promise<string[]> {
  return (await wired.timeline()).flatMap((item) =>
    item.type === 'message' && item.direction === 'in' ? [item.body] : [],
  )
}

it.each<[WebhookShape, string]>([
  ['form', 'Where is my order?'],
  ['minimal-form', 'Where is my order?'],
  ['json', 'Where is my order?'],
  ['query', 'Where is my order?'],
  ['short-code', 'Where is my order?'],
])('a signed text comes in as %s', async (shape, expected) => {
  const wired = await WiredDesk.open()
  const answer = await wired.text({ body: expected, shape })
  expect([answer.statusCode, answer.headers['content-type'], answer.body]).toEqual([
    200,
    'text/plain; charset=utf-8',
    'OK',
  ])
  expect(await bodies(wired)).toEqual([expected])
})

it('a signed text comes in with its pictures as links, also without words', async () => {
  const wired = await WiredDesk.open()
  const mediaUrls = ['https://media.example/1.jpg', 'https://media.example/2.jpg']
  await wired.text({ body: 'Broken', shape: 'mms', mediaUrls })
  await wired.text({ body: '', shape: 'mms', mediaUrls })
  expect(await bodies(wired)).toEqual([`Broken\n${mediaUrls.join('\n')}`, mediaUrls.join('\n')])
})

it('a signed text comes in at /webhook too', async () => {
  const wired = await WiredDesk.open()
  expect((await wired.deliver(hello({ target: '/webhook' }))).body).toBe('OK')
  expect(await bodies(wired)).toEqual(['Hello'])
})

it('a signed text comes in empty, and with whatever Unicode has', async () => {
  const wired = await WiredDesk.open()
  const texts = ['', '👩‍👩‍👧‍👦 مرحبا', 'a\0b', '<script>alert(1)</script>']
  for (const body of texts) await wired.text({ body })
  expect(await bodies(wired)).toEqual(['', '👩‍👩‍👧‍👦 مرحبا', 'a\uFFFDb', '<script>alert(1)</script>'])
})

it('a signed text is one message however often it is delivered, signed afresh or not', async () => {
  const wired = await WiredDesk.open()
  const request = textRequest({ from: CUSTOMER, to: DESK_NUMBER, body: 'Once' })
  const token = wired.sign(request)
  for (const signature of [token, token, wired.sign(request)]) {
    expect((await wired.deliver(request, signature)).body).toBe('OK')
  }
  expect(await bodies(wired)).toEqual(['Once'])
})

it('a signed text without an id is told from another by sender, words and second: twice in one second is once', async () => {
  const wired = await WiredDesk.open()
  const sentAt = wired.desk.clock.now()
  const yes = { body: 'Yes', id: null, from: CUSTOMER }
  for (const later of [0, 999, 1_000]) await wired.text({ ...yes, sentAt: sentAt + later })
  expect(await bodies(wired)).toEqual(['Yes', 'Yes'])
  await wired.text({ ...yes, sentAt, body: 'Yes!' })
  for (const id of ['a', 'b']) await wired.text({ ...yes, sentAt, id })
  expect(await bodies(wired)).toEqual(['Yes', 'Yes', 'Yes!', 'Yes', 'Yes'])
})

it('a signed text is not run by HEAD', async () => {
  const wired = await WiredDesk.open()
  const { target } = textRequest({ from: CUSTOMER, to: DESK_NUMBER, body: 'Hello', shape: 'query' })
  const request = { method: 'HEAD', target } as unknown as WireRequest
  expect((await wired.deliver(request)).statusCode).toBe(404)
  expect(await wired.list('view=all')).toEqual([])
})

it('a signed text is taken however many come from one address', async () => {
  const wired = await WiredDesk.open({ app: { requestsPerMinute: 30 } })
  const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => wired.text(`Text ${index}`)))
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
})
