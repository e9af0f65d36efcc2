import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseStatusReport } from './parse-status-report.ts'
import { readWebhookFields } from './webhook-fields.ts'

const delivered = {
  id: 'e8077d803532c0b5937c639b60216938',
  reference: '0192f0c4-7b1e',
  recipient: '12025550123',
  status: 'delivered',
  statusDatetime: '2016-05-03T08:58:10+00:00',
  statusReason: 'successfully delivered',
  statusErrorCode: '',
  mccmnc: '310010',
  messagePartCount: '2',
  'price[amount]': '0.000',
  'price[currency]': 'USD',
}

function parse(fields: Record<string, unknown>) {
  return parseStatusReport(readWebhookFields(fields))
}

describe('parseStatusReport', () => {
  it('reads a whole report', () => {
    expect(parse(delivered)).toEqual({
      reference: '0192f0c4-7b1e',
      providerMessageId: 'e8077d803532c0b5937c639b60216938',
      recipient: '+12025550123',
      state: 'delivered',
      reason: null,
      errorCode: null,
      detail: 'successfully delivered',
      at: Date.parse('2016-05-03T08:58:10Z'),
      optedOutAtCarrier: false,
      segments: 2,
    })
  })

  it('reads why a text failed', () => {
    const failed = { ...delivered, status: 'delivery_failed', statusReason: 'unknown subscriber', statusErrorCode: '1' }
    expect(parse(failed)).toMatchObject({ state: 'failed', reason: 'unknown-subscriber', errorCode: 1 })
    expect(parse(failed)?.detail).toBe('unknown subscriber (code 1)')
    expect(parse({ ...failed, statusReason: '', statusErrorCode: '' })).toMatchObject({ state: 'failed', reason: null })
  })

  it('sees an opt-out at the carrier', () => {
    const failed = { ...delivered, status: 'delivery_failed', statusErrorCode: 103 }
    expect(parse(failed)).toMatchObject({ optedOutAtCarrier: true, reason: 'opted-out-at-carrier', errorCode: 103 })
  })

  it('gives no reason to a text that is on its way', () => {
    const buffered = { ...delivered, status: 'buffered', statusErrorCode: '27' }
    expect(parse(buffered)).toMatchObject({ state: 'buffered', reason: null, errorCode: 27 })
  })

  it('loses no report over an unreadable detail', () => {
    const odd = { ...delivered, statusDatetime: 'yesterday', statusErrorCode: 'x', messagePartCount: '-1' }
    expect(parse(odd)).toMatchObject({ state: 'delivered', at: null, errorCode: null, segments: null })
    expect(parse({ ...delivered, statusDatetime: '2026-06-31T00:00:00Z' })).toMatchObject({
      state: 'delivered',
      at: null,
    })
    expect(parse({ ...delivered, statusDatetime: '2016-05-03T08:58:10 00:00' })?.at).toBe(parse(delivered)?.at)
  })

  it.each([
    ['+1 202 555 0123', '+12025550123'],
    [12025550123, '+12025550123'],
    ['', null],
    ['somebody', null],
  ])('reads the recipient %s as %s', (recipient, read) => {
    expect(parse({ ...delivered, recipient })?.recipient).toBe(read)
  })

  it('needs one identifier and a known status', () => {
    const { id: _, ...byReference } = delivered
    const { reference: __, ...byId } = delivered
    expect(parse(byReference)).toMatchObject({ providerMessageId: null, reference: '0192f0c4-7b1e' })
    expect(parse({ ...byId, reference: ' ' })).toMatchObject({ reference: null })
    expect(parse({ status: 'delivered' })).toBeNull()
    expect(parse({ ...delivered, status: 'seen' })).toBeNull()
    expect(parse({ ...delivered, status: undefined })).toBeNull()
  })

  it('reads anything without throwing, and never makes up a status', () => {
    const names = fc.constantFrom(...Object.keys(delivered))
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constantFrom(...Object.values(delivered)))
    fc.assert(
      fc.property(fc.dictionary(names, value), (fields) => {
        const report = parse(fields)
        if (report !== null) expect(report.reference ?? report.providerMessageId).toBeTypeOf('string')
      }),
    )
  })
})
