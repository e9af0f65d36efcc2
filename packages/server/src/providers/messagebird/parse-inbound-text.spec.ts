import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type InboundText, parseInboundText } from './parse-inbound-text.ts'
import { readWebhookFields } from './webhook-fields.ts'

const SENT_AT = Date.parse('2018-09-24T08:30:59Z')
const form = {
  message_id: '7a76afb4',
  originator: '12025550123',
  reference: '47749346971',
  createdDatetime: '2018-09-24T08:30:59 00:00',
  id: 'f91908aa',
  message: 'Hello',
  body: 'Hello',
  payload: 'Hello',
  receiver: '12025550199',
  recipient: '12025550199',
  sender: '12025550123',
  date: '1537806659',
  date_utc: '1537777859',
}

function parse(fields: Record<string, unknown>, jti: string | null = null): InboundText {
  const reading = parseInboundText(readWebhookFields(fields), jti)
  if (!reading.ok) throw new Error(`missing ${reading.missing}`)
  return reading.text
}

function keyOf(fields: Record<string, unknown>, jti: string | null = null): string | null {
  return parse(fields, jti).receiptKey
}

describe('shapes', () => {
  const phone = { kind: 'phone', value: '+12025550123' } as const
  it.each<[string, Record<string, unknown>, Partial<InboundText>]>([
    ['the form of Flow Builder', form, { from: phone, to: '+12025550199', body: 'Hello', sentAt: SENT_AT }],
    [
      'the minimal form',
      { originator: '+12025550123', payload: 'Hello' },
      { from: phone, to: null, body: 'Hello', sentAt: null },
    ],
    ['JSON with numbers', { originator: 12025550123, incomingMessage: 'Hello' }, { from: phone, body: 'Hello' }],
    ['upper case names', { ORIGINATOR: '12025550123', Body: 'Hello' }, { from: phone, body: 'Hello' }],
    [
      'a short code',
      { shortcode: '47711', mid: 'x', message: 'Hello', originator: '12025550123', receive_datetime: '20180924083059' },
      { from: phone, to: '47711', body: 'Hello', sentAt: SENT_AT },
    ],
    [
      'pictures alone',
      { originator: '12025550123', mediaUrls: ['https://a.example/1.jpg', 'https://a.example/2.jpg'] },
      { body: 'https://a.example/1.jpg\nhttps://a.example/2.jpg' },
    ],
    [
      'a picture with words',
      { originator: '12025550123', body: 'Broken', mediaURLs: 'https://a.example/1.jpg' },
      { body: 'Broken\nhttps://a.example/1.jpg' },
    ],
    [
      'a picture in brackets',
      { originator: '1202', 'mediaUrls[]': 'https://a.example/1', body: '' },
      { body: 'https://a.example/1' },
    ],
    ['a name', { originator: 'TextShop', payload: 'Hi' }, { from: { kind: 'name', value: 'TextShop' } }],
  ])('reads %s', (_, fields, expected) => {
    expect(parse(fields)).toMatchObject(expected)
  })
})

describe('precedence', () => {
  it('passes over empty fields', () => {
    const text = parse({ originator: ' ', sender: '12025550123', payload: '', incomingMessage: 'Hi', message: 'Bye' })
    expect(text).toMatchObject({ from: { value: '+12025550123' }, body: 'Hi' })
  })

  it.each([
    ['payload', { payload: 'a', incomingMessage: 'b', body: 'c', message: 'd' }],
    ['incomingMessage', { incomingMessage: 'a', body: 'c', message: 'd' }],
    ['body', { body: 'a', message: 'd' }],
    ['message', { message: 'a' }],
  ])('takes the text from %s', (_, fields) => {
    expect(parse({ originator: '12025550123', ...fields }).body).toBe('a')
  })

  it('keeps a text as it was written', () => {
    expect(parse({ ...form, payload: '  two\n lines ' }).body).toBe('  two\n lines ')
  })

  it('keeps a text that is present and empty everywhere', () => {
    expect(parse({ originator: '12025550123', payload: '', message: '' }).body).toBe('')
    expect(parse({ originator: '12025550123', message: '  ' }).body).toBe('  ')
  })

  it('passes over an unreadable time', () => {
    expect(parse({ ...form, createdDatetime: 'soon' }).sentAt).toBe(SENT_AT)
    expect(parse({ ...form, createdDatetime: '', date_utc: '' }).sentAt).toBeNull()
    expect(parse({ ...form, createdDatetime: '2026-06-31T00:00:00Z' }).sentAt).toBe(SENT_AT)
    expect(parse({ ...form, createdDatetime: '2026-06-31T00:00:00Z', date_utc: '' }).sentAt).toBeNull()
    expect(parse({ originator: '12025550123', message: 'Hi', receive_datetime: '20260631000000' }).sentAt).toBeNull()
  })
})

describe('what is missing', () => {
  it.each([
    [{ payload: 'Hi' }, 'originator'],
    [{ originator: '', sender: ' ', payload: 'Hi' }, 'originator'],
    [{ originator: '12025550123' }, 'content'],
    [{ originator: '12025550123', payload: null, mediaUrls: [''] }, 'content'],
    [{}, 'originator'],
  ])('of %j is named', (fields, missing) => {
    expect(parseInboundText(readWebhookFields(fields), null)).toEqual({ ok: false, missing })
  })
})

describe('the receipt key', () => {
  it('is the same however the same text comes', () => {
    const { id: _, message_id: __, ...withoutId } = form
    const asJson = { sender: '+12025550123', receiver: '+12025550199', message: 'Hello', date_utc: 1537777859 }
    expect(keyOf(withoutId, 'j1')).toBe(keyOf(asJson, 'j2'))
  })

  it('prefers message_id, then mid, then id', () => {
    expect(keyOf({ ...form, payload: 'Other', mid: 'z' })).toBe(keyOf(form))
    expect(keyOf({ ...form, message_id: ' ', id: '7a76afb4' })).toBe(keyOf(form))
  })

  it('is null for the minimal form unsigned, and the signature id when signed', () => {
    const minimal = { originator: '12025550123', payload: 'Yes' }
    expect(keyOf(minimal)).toBeNull()
    expect(keyOf(minimal, 'j1')).not.toBeNull()
    expect(keyOf(minimal, 'j1')).not.toBe(keyOf(minimal, 'j2'))
  })
})

it('reads anything without throwing', () => {
  const names = fc.constantFrom(
    ...Object.keys(form),
    'mediaUrls',
    'mid',
    'shortcode',
    'receive_datetime',
    'currentTime',
  )
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string()), fc.double(), fc.constant(null))
  fc.assert(
    fc.property(fc.dictionary(names, value), (fields) => {
      const reading = parseInboundText(readWebhookFields(fields), null)
      expect(reading.ok ? typeof reading.text.body : reading.missing).toBeTypeOf('string')
    }),
  )
})
