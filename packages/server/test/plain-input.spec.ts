import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { openDesk, type PeopledDesk } from './support/open-desk.ts'

interface Operation {
  readonly parameters?: readonly { name: string; in: string; schema: { type?: string } }[]
  readonly requestBody?: object
}

const NO_PLAIN_NUMBERS = [
  '1.5',
  '0x1',
  '1e3',
  '+1',
  '-1',
  '01',
  ' 1',
  '1 ',
  '1_000',
  'Infinity',
  '١',
  '9'.repeat(17),
  '1'.repeat(300),
  '',
]

/** Every operation of the API's own description. */
async function operationsOf({ owner }: PeopledDesk) {
  const { paths } = (await owner.get('/api/openapi.json')).json()
  return Object.entries(paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
}

const filled = (path: string, values: Record<string, string> = {}) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name] ?? (name === 'number' ? '1' : 'nobody')))

describe('numbers in an address', () => {
  it('are taken in digits alone, by every route', async () => {
    const desk = await openDesk()
    const found: string[] = []
    let tried = 0
    for (const { path, method, operation } of await operationsOf(desk)) {
      for (const parameter of operation.parameters ?? []) {
        if (parameter.schema.type !== 'integer') continue
        for (const word of NO_PLAIN_NUMBERS) {
          if (word === '' && parameter.in === 'path') continue
          tried += 1
          const values = parameter.in === 'path' ? { [parameter.name]: word } : {}
          const query = parameter.in === 'query' ? `?${parameter.name}=${encodeURIComponent(word)}` : ''
          const url = filled(path, values) + query
          const answer = await desk.owner.request(method, url, operation.requestBody && {}, {})
          if (answer.statusCode !== 400) found.push(`${method} ${url.slice(0, 80)}: ${answer.statusCode}`)
        }
      }
    }
    expect(tried).toBeGreaterThan(200)
    expect(found).toEqual([])
  })

  it('are named when they are wrong', async () => {
    const { owner } = await openDesk()
    expect((await owner.get('/api/tickets/1.5')).json()).toMatchObject({
      code: 'invalid-input',
      detail: '"number" must be a whole number, written in digits (params).',
    })
    expect((await owner.get('/api/tickets?limit=1e1')).json().detail).toBe(
      '"limit" must be a whole number, written in digits (querystring).',
    )
  })
})

describe('a body that is no JSON', () => {
  it('is refused by every route of the API, whoever asks', async () => {
    const desk = await openDesk()
    const found: string[] = []
    let tried = 0
    for (const { path, method, operation } of await operationsOf(desk)) {
      if (!operation.requestBody) continue
      for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
        tried += 1
        const url = filled(path)
        const headers = { 'content-type': type, host: 'localhost:8080', 'sec-fetch-site': 'same-origin' }
        const cookie = desk.owner.cookie ?? ''
        const payload = 'name=Eve&email=eve%40example.com'
        const answer = await desk.app.inject({
          method: method as 'POST',
          url,
          headers: { ...headers, cookie },
          payload,
        })
        if (answer.statusCode !== 415) found.push(`${method} ${url} ${type}: ${answer.statusCode}`)
      }
    }
    expect(tried).toBeGreaterThan(50)
    expect(found).toEqual([])
  })

  it('is what webhooks may be', async () => {
    const { app } = await openDesk()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const payload = 'originator=12025550123&payload=Hello'
    expect((await app.inject({ method: 'POST', url: '/webhook', headers, payload })).body).toBe('OK')
  })
})

describe('a request with two Hosts', () => {
  it.each(['/api/setup', '/', '/webhook?originator=12025550123&payload=Hello', '/healthz'])(
    'is refused at %s',
    async (path) => {
      const { app } = await openDesk()
      const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }))
      const ask = async (hosts: readonly string[]) => {
        const socket = connect(Number(port), '127.0.0.1')
        const lines = hosts.map((host, n) => `${n % 2 ? 'HOST' : 'Host'}: ${host}\r\n`).join('')
        socket.write(`GET ${path} HTTP/1.1\r\n${lines}Connection: close\r\n\r\n`)
        return (await text(socket)).split('\r\n', 1)[0]
      }
      expect(await ask(['localhost', 'evil.example'])).toContain(' 400 ')
      expect(await ask(['localhost', 'localhost'])).toContain(' 400 ')
      expect(await ask(['localhost'])).not.toContain(' 400 ')
    },
  )
})
