import { DomainError } from '@textdesk/core'
import { expect, it } from 'vitest'
import { DESK_NUMBER, PUBLIC_URL } from './support/live-settings.ts'
import { textRequest, type WireRequest } from './support/message-bird-requests.ts'
import { openDesk } from './support/open-desk.ts'
import { CUSTOMER, WiredDesk } from './support/wired-desk.ts'

const FORM = 'application/x-www-form-urlencoded'
const hello = (more: Partial<WireRequest> = {}): WireRequest => ({
  ...textRequest({ from: CUSTOMER, to: DESK_NUMBER, body: 'Hello' }),
  ...more,
})

const mebibyte = `originator=12025550123&payload=${'x'.repeat(1 << 20)}`
it.each<[string, Partial<WireRequest>, number, string, RegExp]>([
  ['without a sender', { body: 'payload=Hello' }, 400, 'field-missing', /`originator`/],
  ['without any content', { body: 'originator=12025550123' }, 400, 'field-missing', /`payload`/],
  ['with broken JSON', { body: '{"payload"', contentType: 'application/json' }, 400, 'body-unreadable', /JSON/],
  ['in another format', { body: '<a/>', contentType: 'text/xml' }, 400, 'body-unreadable', /form .*or as JSON/],
  ['that is too large', { body: mebibyte, contentType: FORM }, 413, 'too-large', /too large/],
])('a text %s is answered with what is wrong', async (_, request, status, code, detail) => {
  const wired = await WiredDesk.open()
  const answer = await wired.deliver(hello(request))
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.json()).toMatchObject({
    status,
    code,
    detail: expect.stringMatching(detail),
    requestId: expect.any(String),
  })
  expect(await wired.list('view=all')).toEqual([])
})

it('a refused text names the reason of a bad signature and its cure', async () => {
  const wired = await WiredDesk.open()
  const [request, other] = [hello(), hello({ target: '/webhook' })]
  const stale = wired.sign(request)
  const cases: [string, string | null, RegExp][] = [
    ['missing', null, /no signature/],
    ['wrong-key', wired.sign(request, 'another key'), /MESSAGEBIRD_SIGNING_KEY/],
    [
      'url-differs',
      wired.sign(other),
      /another URL than https:\/\/desk\.example\.org\/webhooks\/messagebird\. Set PUBLIC_URL/,
    ],
    ['body-differs', wired.sign({ ...request, body: 'originator=1&payload=Forged' }), /not the one that was signed/],
    ['malformed', 'a.b.c', /cannot be read/],
  ]
  for (const [reason, token, cure] of cases) {
    const problem = (await wired.deliver(request, token)).json()
    expect(problem).toMatchObject({
      status: 401,
      code: 'signature-refused',
      reason,
      detail: expect.stringMatching(cure),
    })
  }
  wired.desk.clock.advance(66_000)
  expect((await wired.deliver(request, stale)).json()).toMatchObject({ status: 401, reason: 'expired' })
  expect(await wired.list('view=all')).toEqual([])
})

it('a refused text is counted and shown beside the inbox, with its cure', async () => {
  const wired = await WiredDesk.open()
  await wired.text('Good')
  await wired.deliver(hello(), wired.sign(hello(), 'another key'))
  await wired.deliver(hello({ body: 'payload=Hello' }))
  const [inbox] = (await wired.desk.agent.get('/api/inboxes')).json().items
  expect(inbox).toMatchObject({
    number: DESK_NUMBER,
    provider: 'messagebird',
    webhookUrl: `${PUBLIC_URL}/webhook`,
    lastTextAt: new Date(wired.desk.clock.now()).toISOString(),
    refusedCount: 2,
    lastRefusal: { reason: 'field-missing', cure: expect.stringContaining('originator') },
  })
  const metrics = await wired.metrics()
  expect(metrics).toMatch(/^textdesk_webhooks_refused_total\{reason="wrong-key"\} 1$/m)
  expect(metrics).toMatch(/^textdesk_webhooks_refused_total\{reason="field-missing"\} 1$/m)
})

it('a refused text is told to wait when its address goes on and on, while good ones still pass', async () => {
  const wired = await WiredDesk.open()
  const statuses = new Set<number>()
  for (let i = 0; i < 70; i += 1) statuses.add((await wired.deliver(hello(), 'forged')).statusCode)
  expect([...statuses]).toEqual([401, 429])
  expect((await wired.text('Still here')).statusCode).toBe(200)
})

it('a refused text gets no OK while the storage is unavailable', async () => {
  const wired = await WiredDesk.open()
  const broken = { execute: () => Promise.reject(new DomainError('storage-unavailable', 'The database is busy.')) }
  Object.assign(wired.desk.api, { receiveText: broken })
  const answer = await wired.text('Hello')
  expect(answer.statusCode).toBe(503)
  expect(answer.json()).toMatchObject({ code: 'storage-unavailable' })
  expect(answer.headers['retry-after']).toBeDefined()
})

const unsigned = (wired: WiredDesk) => wired.deliver(hello(), null)

it('an unsigned text is taken where ALLOW_UNSIGNED_WEBHOOKS is set, with a key or without; a bad signature is not', async () => {
  const withKey = await WiredDesk.open({ env: { ALLOW_UNSIGNED_WEBHOOKS: 'true' } })
  expect((await unsigned(withKey)).statusCode).toBe(200)
  expect((await withKey.deliver(hello(), withKey.sign(hello(), 'another key'))).statusCode).toBe(401)
  const withoutKey = await WiredDesk.open({ env: { ALLOW_UNSIGNED_WEBHOOKS: 'true', MESSAGEBIRD_SIGNING_KEY: '' } })
  expect((await unsigned(withoutKey)).statusCode).toBe(200)
  expect((await withoutKey.text('Signed with a key the desk does not know')).statusCode).toBe(200)
})

it('an unsigned text is taken by a simulated desk from a program on this computer only', async () => {
  const { app } = await openDesk()
  const send = (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
    app.inject({
      method: 'POST',
      url: '/webhook',
      headers: { 'content-type': FORM, ...headers },
      payload: 'originator=12025550123&payload=Hi',
      remoteAddress,
    })
  expect((await send({})).statusCode).toBe(200)
  expect((await send({}, '203.0.113.7')).statusCode).toBe(401)
  expect((await send({ 'x-forwarded-for': '203.0.113.7' })).statusCode).toBe(401)
  expect((await send({ host: 'desk.example.org' })).statusCode).toBe(401)
  expect((await send({ origin: 'https://evil.example' })).statusCode).toBe(401)
  expect((await send({ 'sec-fetch-site': 'cross-site' })).json()).toMatchObject({
    detail: expect.stringContaining('simulated mode'),
  })
})
