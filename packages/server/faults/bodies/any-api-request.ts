import { toUSVString } from 'node:util'
import fc from 'fast-check'
import { anyText } from './any-text.ts'
import { contentType, JSON_TYPE, type MakeRequest } from './hostile-request.ts'

export interface ApiRoute {
  readonly method: string
  /** With `{names}` in it. */
  readonly path: string
}

const numbers = [
  '1',
  '2',
  '3',
  '0',
  '-1',
  '1.5',
  '1e3',
  '9'.repeat(30),
  'one',
  '%00',
  '%ff',
  '%',
  '..%2f..',
  '%F0%9F%98%80',
]
const traps = ['__proto__', 'constructor', 'null', 'undefined', 'x'.repeat(300), "'%20or%201=1"]
const query = fc.array(
  fc.tuple(
    fc.constantFrom('cursor', 'limit', 'q', 'tag', 'view', 'mode', 'format', '__proto__', 'colour'),
    fc.oneof(
      fc.constantFrom('1', '-1', '%', '%00', '%ff', 'waiting', 'all', '""', '*', 'NEAR(', '"', '-'),
      encoded(anyText),
    ),
  ),
  { maxLength: 4 },
)
const fieldNames = [
  ...['body', 'phone', 'name', 'email', 'role', 'tags', 'until', 'agentId', 'messageId', 'seenMessageId', 'mode'],
  ...['shortcut', 'confirmationTemplate', 'reopenHours', 'writing', 'sendNow', 'inboxId', '__proto__', 'constructor'],
]
const value = fc.oneof(anyText, fc.array(anyText, { maxLength: 5 }), fc.jsonValue({ maxDepth: 3 }))
const body = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.dictionary(fc.constantFrom(...fieldNames), value, { maxKeys: 4 }).map((it) => JSON.stringify(it)),
  },
  { weight: 1, arbitrary: fc.json({ maxDepth: 6 }) },
  { weight: 1, arbitrary: fc.constantFrom('', '{', '[]', 'null', '{"__proto__":{"body":"x"}}', '['.repeat(20_000)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 500 }) },
)

/** What a page would not send, on every route of the API. `session` is its cookie; `ids` are of things that are there. */
export function anyApiRequest(
  routes: readonly ApiRoute[],
  known: { url: string; session: string; ids: readonly string[] },
) {
  return fc
    .record({
      route: fc.constantFrom(...routes),
      parameters: fc.array(fc.constantFrom(...numbers, ...traps, ...known.ids), { minLength: 3, maxLength: 3 }),
      query,
      body,
      type: fc.constantFrom(JSON_TYPE, JSON_TYPE, JSON_TYPE, `${JSON_TYPE}; charset=latin1`, 'text/plain', 'x/y', null),
      key: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 250 }),
      address: fc.ipV4(),
    })
    .map(
      ({ route, parameters, query, body, type, key, address }): MakeRequest =>
        () => {
          const left = [...parameters]
          const path = route.path.replaceAll(/\{[^}]+\}/g, () => left.pop() ?? '1')
          const target = path + (query.length > 0 ? `?${query.map((pair) => pair.join('=')).join('&')}` : '')
          const own = ['Cookie', known.session, 'Origin', known.url, 'Idempotency-Key', key, 'X-Forwarded-For', address]
          const bytes = Buffer.from(route.method === 'GET' ? '' : body)
          const headers = [...own, ...(bytes.length > 0 ? contentType(type) : [])]
          return { what: 'API', method: route.method, target, headers, body: bytes, signed: false, text: null }
        },
    )
}

function encoded(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return text.map((some) => encodeURIComponent(toUSVString(some)).slice(0, 2_000))
}
