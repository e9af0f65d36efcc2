import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { signWebhook, type WebhookToSign } from '../../../test/support/sign-webhook.ts'
import type { SignatureRefusal } from './signature-refusals.ts'
import { type SignatureVerdict, verifySignature } from './verify-signature.ts'

interface Vector {
  readonly name: string
  readonly url: string
  readonly payload?: string
  readonly secret?: string
  readonly timestamp: string
  readonly token: string
  readonly valid: boolean
}

/** MessageBird's own cases, as they come in its SDK. */
const vectors: Vector[] = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve('messagebird/lib/testdata/webhook-signature-jwt-reference.json'),
    'utf8',
  ),
)
/** The reason for every refused case, by the start of its name. */
const REASONS: readonly (readonly [string, SignatureRefusal])[] = [
  ['Token received before it was issued', 'not-yet-valid'],
  ['Token received after it was expired', 'expired'],
  ['Token received on different URL', 'url-differs'],
  ['Payload does not match', 'body-differs'],
  ['Different secret', 'wrong-key'],
  ['payload was removed in transit', 'unexpected-body-hash'],
  ['payload was added in transit', 'body-hash-missing'],
  ['none alg', 'wrong-algorithm'],
]

describe("MessageBird's reference cases", () => {
  it('are 24 valid and 20 invalid ones', () => {
    expect(vectors.map(({ valid }) => valid).toSorted()).toEqual([...Array(20).fill(false), ...Array(24).fill(true)])
  })

  it.each(vectors)('$name', ({ name, url, payload = '', secret = 'unused', timestamp, token, valid }) => {
    const verdict = verifySignature({
      token,
      url,
      body: Buffer.from(payload),
      signingKey: secret,
      now: Date.parse(timestamp),
    })
    const reason = REASONS.find(([start]) => name.startsWith(start))?.[1]
    expect(verdict).toMatchObject(valid ? { ok: true, jti: expect.any(String) } : { ok: false, reason })
  })
})

const now = Date.parse('2026-11-22T10:00:00Z')
const url = 'https://desk.example:8443/webhooks/messagebird?b=1&a=%2B1'
const body = 'originator=12025550123&payload=Hello'
const signingKey = 'a signing key with ümlauts'

function verify(
  signed: Partial<WebhookToSign>,
  received: { now?: number; token?: string | undefined } = {},
): SignatureVerdict {
  const token = signWebhook({ url, body, signingKey, now, ...signed })
  return verifySignature({ token, url, body: Buffer.from(body), signingKey, now, ...received })
}

describe('a valid request', () => {
  it('tells its id and its expiry', () => {
    expect(verify({ claims: { jti: 'j1' } })).toEqual({ ok: true, jti: 'j1', expiresAt: now + 60_000 })
  })

  it.each(['HS256', 'HS384', 'HS512'] as const)('may be signed with %s', (algorithm) => {
    expect(verify({ algorithm })).toMatchObject({ ok: true })
  })

  it('may come 5 s early or late', () => {
    expect(verify({}, { now: now - 5_000 })).toMatchObject({ ok: true })
    expect(verify({}, { now: now + 64_999 })).toMatchObject({ ok: true })
  })

  it('needs no start of validity', () => {
    expect(verify({ claims: { nbf: undefined } })).toMatchObject({ ok: true })
  })
})

describe('refused', () => {
  it.each<[string, Partial<WebhookToSign>, SignatureRefusal]>([
    ['no issuer', { claims: { iss: undefined } }, 'wrong-issuer'],
    ['another issuer', { claims: { iss: 'messagebird' } }, 'wrong-issuer'],
    ['several issuers', { claims: { iss: ['MessageBird'] } }, 'wrong-issuer'],
    ['no expiry', { claims: { exp: undefined } }, 'no-expiry'],
    ['an expiry in words', { claims: { exp: '9999999999' } }, 'no-expiry'],
    ['an expiry beyond all time', { claims: { exp: 1e300 } }, 'expires-too-late'],
    ['an expiry beyond a day', { claims: { exp: now / 1_000 + 86_401 } }, 'expires-too-late'],
    ['a start beyond all time', { claims: { nbf: 1e300 } }, 'not-yet-valid'],
    ['an expiry before all time', { claims: { exp: -1e300 } }, 'expired'],
    ['a start in words', { claims: { nbf: '0' } }, 'malformed'],
    ['no id', { claims: { jti: undefined } }, 'no-id'],
    ['an empty id', { claims: { jti: '' } }, 'no-id'],
    ['a number as id', { claims: { jti: 7 } }, 'no-id'],
    ['no URL', { claims: { url_hash: undefined } }, 'url-differs'],
    ['a URL hash cut short', { claims: { url_hash: 'ab' } }, 'url-differs'],
    ['http for https', { url: url.replace('https', 'http') }, 'url-differs'],
    ['another port', { url: url.replace(':8443', '') }, 'url-differs'],
    ['another order of the query', { url: url.replace('b=1&a=%2B1', 'a=%2B1&b=1') }, 'url-differs'],
    ['another spelling of the query', { url: url.replace('%2B', '%2b') }, 'url-differs'],
    ['a slash more', { url: url.replace('?', '/?') }, 'url-differs'],
    ['no body', { body: '' }, 'body-hash-missing'],
    ['another body', { body: `${body} ` }, 'body-differs'],
    ['a number as body hash', { claims: { payload_hash: 1 } }, 'body-differs'],
    ['another key', { signingKey: 'live_api_key' }, 'wrong-key'],
    ['no algorithm', { algorithm: 'none' }, 'wrong-algorithm'],
    ['an algorithm that is not the one used', { header: { alg: 'HS512' } }, 'wrong-key'],
    ['a public key algorithm', { header: { alg: 'RS256' } }, 'wrong-algorithm'],
    ['critical extensions', { header: { crit: ['b64'], b64: false } }, 'malformed'],
  ])('is %s', (_, signed, reason) => {
    expect(verify(signed)).toEqual({ ok: false, reason })
  })

  it.each<[string | undefined, SignatureRefusal]>([
    [undefined, 'missing'],
    ['', 'missing'],
    ['nonsense', 'malformed'],
    ['a.b', 'malformed'],
    ['..', 'malformed'],
    ['e30.e30.', 'wrong-algorithm'],
    ['bnVsbA.bnVsbA.bnVsbA', 'malformed'],
  ])('is the token %j', (token, reason) => {
    expect(verify({}, { token })).toEqual({ ok: false, reason })
  })

  it('is what comes too early or too late', () => {
    expect(verify({}, { now: now - 5_001 })).toEqual({ ok: false, reason: 'not-yet-valid' })
    expect(verify({}, { now: now + 65_000 })).toEqual({ ok: false, reason: 'expired' })
  })
})
