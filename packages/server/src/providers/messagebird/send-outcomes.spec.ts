import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classifySend, type SendEvidence } from './send-outcomes.ts'

const message = { id: 'e8077d', recipients: { totalSentCount: 1 } }
const seen = (status: number | null): SendEvidence => ({ connected: true, status, retryAfterMs: null })

function refusal(code: number, parameter: string | null) {
  return Object.assign(new Error('api error(s)'), { errors: [{ code, description: 'no', parameter }] })
}

describe('accepted', () => {
  it.each([201, 200, null])('is a message with an id and the status %s', (status) => {
    expect(classifySend({ error: null, message }, seen(status))).toEqual({
      kind: 'accepted',
      providerMessageId: 'e8077d',
    })
  })

  it.each([null, {}, { id: '' }, { id: 7 }, [], true, 'text'])('is not %j', (other) => {
    expect(classifySend({ error: null, message: other }, seen(201)).kind).toBe('uncertain')
  })

  it('is no message of a failing server', () => {
    expect(classifySend({ error: null, message }, seen(500)).kind).toBe('uncertain')
  })
})

describe('rejected', () => {
  it.each([
    [2, 'access_key', 'not-allowed'],
    [9, 'recipients', 'invalid-recipient'],
    [10, 'recipient', 'invalid-recipient'],
    [9, 'originator', 'rejected'],
    [10, null, 'rejected'],
    [20, null, 'rejected'],
    [21, null, 'rejected'],
    [25, null, 'no-balance'],
    [99, null, 'rejected'],
  ])('with code %s about %s is %s', (code, parameter, reason) => {
    const outcome = classifySend({ error: refusal(code, parameter), message: null }, seen(422))
    expect(outcome).toEqual({ kind: 'rejected', reason, detail: `no (code ${code})` })
  })

  it('is any other refusal of the request too', () => {
    const error = new Error('response failed')
    expect(classifySend({ error, message: null }, seen(403))).toEqual({
      kind: 'rejected',
      reason: 'rejected',
      detail: 'HTTP 403',
    })
  })

  it('is no error list of a failing server', () => {
    expect(classifySend({ error: refusal(2, null), message: null }, seen(503)).kind).toBe('uncertain')
    expect(classifySend({ error: refusal(2, null), message: null }, seen(200)).kind).toBe('uncertain')
  })
})

describe('later', () => {
  const throttled = { kind: 'retry-later', reason: 'throttled', retryAfterMs: 7_000, pausesNumber: true }

  it('is a throttled number, by status or by words', () => {
    const answer = { error: null, message: { message: 'API rate limit exceeded' } }
    expect(classifySend(answer, { ...seen(429), retryAfterMs: 7_000 })).toEqual(throttled)
    expect(classifySend(answer, seen(null))).toEqual({ ...throttled, retryAfterMs: null })
    expect(classifySend({ error: new Error('response failed'), message: null }, seen(429)).kind).toBe('retry-later')
  })

  it('is what never got a connection', () => {
    const error = Object.assign(new Error('request failed'), { error: { code: 'ENOTFOUND' } })
    expect(classifySend({ error, message: null }, { ...seen(null), connected: false })).toEqual({
      kind: 'retry-later',
      reason: 'not reachable: ENOTFOUND',
      retryAfterMs: null,
      pausesNumber: false,
    })
  })
})

describe('uncertain', () => {
  it.each([500, 502, 503, 408, 200, 301, null])('is an unreadable answer with status %s', (status) => {
    expect(classifySend({ error: new Error('response failed'), message: null }, seen(status)).kind).toBe('uncertain')
  })

  it('is anything once connected, unless the provider clearly refused or throttled', () => {
    const anyStatus = fc.option(fc.integer({ min: 100, max: 599 }))
    fc.assert(
      fc.property(fc.anything(), fc.anything(), anyStatus, (error, other, status) => {
        const { kind } = classifySend({ error, message: other }, seen(status))
        const refused = status !== null && status >= 400 && status < 500 && status !== 408
        if (!refused) expect(['uncertain', 'accepted']).toContain(kind)
      }),
    )
  })
})
