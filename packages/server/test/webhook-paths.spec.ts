import { expect, it } from 'vitest'
import { DESK_NUMBER, PUBLIC_URL } from './support/live-settings.ts'
import { reportRequest, textRequest, type WireRequest } from './support/message-bird-requests.ts'
import { CUSTOMER, WiredDesk } from './support/wired-desk.ts'

const hello = (target: string): WireRequest => {
  return { ...textRequest({ from: CUSTOMER, to: DESK_NUMBER, body: 'Hello' }), target }
}
const system = async (wired: WiredDesk) => (await wired.desk.owner.get('/api/system')).json().webhooks

it('a signed text comes in at every spelling of the path, signed for the URL as it came', async () => {
  const wired = await WiredDesk.open()
  const spellings = [
    '/webhook/',
    '//webhook',
    '/Webhook',
    '/WEBHOOK//',
    '/web%68ook/',
    '/webhook%2F',
    '/webhook/?from=flow',
    '/webhooks/messagebird/',
    '//webhooks//messagebird',
    '/Webhooks/MessageBird',
  ]
  for (const [index, target] of spellings.entries()) {
    const answer = await wired.deliver(hello(target))
    expect([target, answer.statusCode, answer.body]).toEqual([target, 200, 'OK'])
    expect(await system(wired)).toMatchObject({ received: index + 1 })
    const forTidyUrl = wired.sign({ ...hello(target), target: '/webhook' })
    expect((await wired.deliver(hello(target), forTidyUrl)).json().code).toBe('signature-refused')
  }
})

it('a signed text in the query comes in at every spelling of the path', async () => {
  const wired = await WiredDesk.open()
  const { target } = textRequest({ from: CUSTOMER, to: DESK_NUMBER, body: 'Hello', shape: 'query' })
  const answer = await wired.deliver({ method: 'GET', target: target.replace('/webhooks/messagebird', '//Webhook/') })
  expect([answer.statusCode, answer.body]).toEqual([200, 'OK'])
})

it('a delivery report comes in at every spelling of its path', async () => {
  const wired = await WiredDesk.open()
  const { target: given } = reportRequest({ reference: 'none', id: 'p1', status: 'delivered' })
  const query = given.slice(given.indexOf('?'))
  const spellings = ['/webhooks/messagebird/status/', '//webhooks/messagebird/status', '/Webhooks/MessageBird/Status']
  for (const target of spellings) {
    const answer = await wired.deliver({ method: 'GET', target: target + query })
    expect([target, answer.statusCode, answer.body]).toEqual([target, 200, 'OK'])
  }
  expect(await system(wired)).toMatchObject({ reports: 3, refused: 0 })
})

it('a text posted near a webhook is refused for what it is, counted and shown with its cure, signed or not', async () => {
  const wired = await WiredDesk.open()
  const strays = ['/webhooks', '/webhook/foo', '/webhook.', '/webhook%20', '/api/webhook', '/webhooks/messagebrd']
  let refused = 0
  for (const target of [...strays, '/webhooks/messagebird/statuses', '/web-hook']) {
    for (const token of [wired.sign(hello(target)), null]) {
      const answer = (await wired.deliver(hello(target), token)).json()
      const reason = 'no-webhook-there'
      expect([target, answer]).toMatchObject([target, { status: 404, code: 'not-a-webhook', reason }])
      expect(answer.detail).toContain(`${PUBLIC_URL}${target}, `)
      expect(answer.detail).toContain(`POST ${PUBLIC_URL}/webhook.`)
      refused += 1
      const lastRefusal = { reason, cure: answer.detail }
      expect(await system(wired)).toMatchObject({ refused, refusedByReason: [{ reason, count: refused }], lastRefusal })
    }
  }
  const [inbox] = (await wired.desk.agent.get('/api/inboxes')).json().items
  expect(inbox).toMatchObject({ refusedCount: refused, lastRefusal: { reason: 'no-webhook-there' } })
})

it('what is signed can only be the provider, so it is counted wherever it comes', async () => {
  const wired = await WiredDesk.open()
  const lost = [
    { ...hello('/') },
    { ...hello('/inbox') },
    { method: 'GET', target: '/?originator=12025550123&payload=Hello' } as const,
  ]
  for (const request of lost) {
    expect((await wired.deliver(request)).json()).toMatchObject({ code: 'not-a-webhook', reason: 'no-webhook-there' })
  }
  expect(await system(wired)).toMatchObject({ refused: 3 })
})

it('a text sent by another method is told to come by POST', async () => {
  const wired = await WiredDesk.open()
  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    const answer = await wired.deliver({ ...hello('/webhook/'), method } as unknown as WireRequest)
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'GET, POST'])
    expect(answer.json()).toMatchObject({ code: 'not-a-webhook', reason: 'wrong-method' })
    expect(answer.json().detail).toContain(`by ${method}; webhooks come by POST or GET`)
  }
  expect(await system(wired)).toMatchObject({ refused: 3 })
})

it('a stray webhook needs no Host of ours, and its address is told to wait when it goes on and on', async () => {
  const wired = await WiredDesk.open()
  const statuses = new Set<number>()
  for (let i = 0; i < 70; i += 1) {
    const headers = { host: 'tunnel.example.org', 'content-type': 'application/x-www-form-urlencoded' }
    const post = { method: 'POST', url: '/webhooks', headers, payload: 'payload=Hello' } as const
    statuses.add((await wired.desk.app.inject(post)).statusCode)
  }
  expect([...statuses]).toEqual([404, 429])
  const { lastRefusal, refused } = await system(wired)
  expect(refused).toBe(70)
  expect(lastRefusal.reason).toBe('no-webhook-there')
})

it('what is no webhook is refused as before, and counted nowhere', async () => {
  const wired = await WiredDesk.open()
  const { app } = wired.desk
  expect((await app.inject({ method: 'POST', url: '/inbox' })).json()).toMatchObject({ code: 'cross-origin' })
  expect((await app.inject({ method: 'POST', url: '/api/session' })).json()).toMatchObject({ code: 'cross-origin' })
  expect((await app.inject({ method: 'GET', url: '/webhook/foo' })).statusCode).toBe(404)
  expect((await app.inject({ method: 'HEAD', url: '/webhook/' })).statusCode).toBe(404)
  expect((await app.inject({ method: 'OPTIONS', url: '/webhooks' })).statusCode).toBe(404)
  expect(await system(wired)).toMatchObject({ refused: 0 })
})
