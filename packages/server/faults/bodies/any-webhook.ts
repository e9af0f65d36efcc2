import { toUSVString } from 'node:util'
import fc from 'fast-check'
import { anyText } from './any-text.ts'
import { contentType, FORM, JSON_TYPE, type MakeRequest, REPORTS, TEXTS, wireRequest } from './hostile-request.ts'

const names = [
  'originator',
  'ORIGINATOR',
  'sender',
  'recipient',
  'payload',
  'body',
  'message',
  'mediaUrls',
  'mediaUrls[]',
]
const ids = ['id', 'message_id', 'mid', 'reference', 'status', 'statusDatetime', 'statusErrorCode', 'createdDatetime']
const traps = [
  '__proto__',
  '__proto__[payload]',
  'constructor',
  'constructor[prototype]',
  'hasOwnProperty',
  'a[b][c]',
  '',
]
const fieldName = fc.oneof(fc.constantFrom(...names, ...ids, ...traps), anyText)
const fragments = [
  '%',
  '%z',
  '%E0%A4',
  '%ED%A0%80',
  '%FF%FE',
  '%00',
  '&&',
  '==',
  '=',
  ';',
  '+',
  'delivered',
  '-1',
  '9'.repeat(400),
]
const fieldValue = fc.oneof(fc.constantFrom(...fragments), anyText)
const place = fc.constantFrom(TEXTS, '/webhook', REPORTS)

/** Fields in no order, too many, too often, or with names that mean something to a program. */
export const anyFieldsWebhook: fc.Arbitrary<MakeRequest> = fc
  .record({
    fields: fc.array(fc.tuple(fieldName, fieldValue), { maxLength: 25 }),
    times: fc.constantFrom(1, 1, 1, 200),
    target: place,
    inQuery: fc.boolean(),
  })
  .map(({ fields, times, target, inQuery }) => () => {
    const form = fields.map(([name, value]) => `${name}=${value}`).join('&')
    const query = inQuery ? `?${encodeURI(toUSVString(form)).slice(0, 4_000)}` : ''
    const body = `${form}&`.repeat(times).slice(0, 60_000)
    return { what: 'fields', ...wireRequest('POST', target + query, FORM, body), signed: true, text: null }
  })

const nested = fc
  .tuple(fc.constantFrom('[', '{"a":', '{"payload":[', '{"__proto__":'), fc.integer({ min: 1, max: 9_000 }))
  .map(([opening, times]) => opening.repeat(times).slice(0, 60_000))
const trapped = fc.dictionary(fieldName, fc.oneof(fieldValue, fc.jsonValue({ maxDepth: 3 })))

export const anyJsonWebhook: fc.Arbitrary<MakeRequest> = fc
  .record({ json: fc.oneof(nested, trapped.map(jsonWithTraps), fc.json({ maxDepth: 5 })), target: place })
  .map(({ json, target }) => () => {
    return { what: 'JSON', ...wireRequest('POST', target, JSON_TYPE, json), signed: true, text: null }
  })

/** As a key of its own, which no object literal gives. */
function jsonWithTraps(value: object): string {
  return `{"__proto__":{"payload":"x","originator":"1"},${JSON.stringify(value).slice(1)}`.replace(/,\}$/, '}')
}

const types = [
  FORM,
  JSON_TYPE,
  'text/plain',
  'multipart/form-data; boundary=x',
  `${FORM}; charset=utf-16`,
  '',
  ';',
  null,
]
const signatures = ['good', 'good', 'good', 'none', 'garbage', 'twice'] as const

/** Any bytes at all, of any announced type, signed well, badly or not. */
export const anyBytesWebhook: fc.Arbitrary<MakeRequest> = fc
  .record({
    bytes: fc.uint8Array({ maxLength: 1_000 }),
    beginning: fc.constantFrom('', 'originator=12025550123&payload=', '{"originator":"12025550123","payload":"'),
    type: fc.constantFrom(...types),
    target: place,
    signature: fc.constantFrom(...signatures),
  })
  .map(({ bytes, beginning, type, target, signature }) => () => {
    const body = Buffer.concat([Buffer.from(beginning), bytes])
    const forged = ['MessageBird-Signature-JWT', 'a.b.c']
    const headers = [
      ...contentType(type),
      ...(signature === 'garbage' ? forged : []),
      ...(signature === 'twice' ? [...forged, ...forged] : []),
    ]
    return { what: 'bytes', method: 'POST', target, headers, body, signed: signature === 'good', text: null }
  })

/** Megabytes where a text is expected. */
export const anyLargeWebhook: fc.Arbitrary<MakeRequest> = fc
  .record({ kilobytes: fc.integer({ min: 65, max: 3_000 }), type: fc.constantFrom(...types), target: place })
  .map(({ kilobytes, type, target }) => () => {
    const body = Buffer.alloc(kilobytes * 1_024, 'payload=x&')
    return { what: 'megabytes', method: 'POST', target, headers: contentType(type), body, signed: true, text: null }
  })
