import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseInboundText } from '../../src/providers/messagebird/parse-inbound-text.ts'
import { parseStatusReport } from '../../src/providers/messagebird/parse-status-report.ts'
import { verifySignature } from '../../src/providers/messagebird/verify-signature.ts'
import { readWebhookFields } from '../../src/providers/messagebird/webhook-fields.ts'
import type { PhoneText } from './message-bird-requests.ts'
import { MessageBirdWebhooks } from './message-bird-webhooks.ts'

const publicUrl = 'https://desk.example'
const signingKey = 'b1f9c3a7'
const sentAt = Date.parse('2026-11-22T10:00:00Z')
const received: { request: IncomingMessage; body: Buffer }[] = []
const desk = createServer(async (request, response) => {
  received.push({ request, body: await buffer(request) })
  response.end('OK')
})
let webhooks: MessageBirdWebhooks

beforeAll(async () => {
  await once(desk.listen(0, '127.0.0.1'), 'listening')
  const deskUrl = new URL(`http://127.0.0.1:${(desk.address() as AddressInfo).port}`)
  webhooks = new MessageBirdWebhooks({ deskUrl, publicUrl, signingKey })
})
afterAll(() => void desk.close())

function last() {
  const { request, body } = received.at(-1) ?? expect.fail('nothing came')
  const url = publicUrl + request.url
  const token = String(request.headers['messagebird-signature-jwt'])
  const query = new URL(url).searchParams
  const isJson = request.headers['content-type'] === 'application/json'
  const posted = isJson ? JSON.parse(body.toString()) : grouped(new URLSearchParams(body.toString()))
  return {
    verdict: verifySignature({ token, url, body, signingKey, now: Date.now() }),
    fields: readWebhookFields(posted, grouped(query)),
  }
}

function grouped(query: URLSearchParams): Record<string, string[]> {
  return Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)]))
}

describe('the fake and the adapter speak the same language', () => {
  const phone: PhoneText = { from: '+12025550123', to: '+12025550199', body: 'Grüße & 100 % +1?', id: 'm1', sentAt }
  const from = { kind: 'phone', value: '+12025550123' }

  it.each([
    [
      { ...phone, shape: 'form' },
      { from, to: phone.to, body: phone.body, sentAt },
    ],
    [
      { ...phone, shape: 'json' },
      { from, to: phone.to, body: phone.body, sentAt },
    ],
    [
      { ...phone, shape: 'query' },
      { from, to: phone.to, body: phone.body, sentAt },
    ],
    [
      { ...phone, shape: 'minimal-form' },
      { from, to: null, body: phone.body, sentAt: null },
    ],
    [
      { ...phone, shape: 'short-code', to: '47711' },
      { from, to: '47711', body: phone.body, sentAt },
    ],
    [
      { ...phone, shape: 'mms', body: '', mediaUrls: ['https://a.example/1', 'https://a.example/2'] },
      { from, body: 'https://a.example/1\nhttps://a.example/2' },
    ],
  ] as [PhoneText, object][])('for %j', async (sent, text) => {
    expect(await webhooks.sendText(sent)).toEqual({ status: 200, body: 'OK' })
    const { verdict, fields } = last()
    expect(verdict.ok).toBe(true)
    expect(parseInboundText(fields, null)).toMatchObject({ ok: true, text })
  })

  it.each(['GET', 'POST'] as const)('for a report by %s', async (method) => {
    await webhooks.sendReport({ reference: 'r1', id: 'p1', status: 'delivery_failed', errorCode: 27, method })
    const { verdict, fields } = last()
    expect(verdict.ok).toBe(true)
    const report = parseStatusReport(fields)
    expect(report).toMatchObject({
      reference: 'r1',
      providerMessageId: 'p1',
      reason: 'unavailable-subscriber',
      segments: 1,
    })
    expect(report?.at).toBeGreaterThan(sentAt)
  })
})
