import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdDatabase } from './support/hold-database.ts'
import { LiveDesk } from './support/live-desk.ts'
import { DESK_NUMBER, SIGNING_KEY } from './support/live-settings.ts'
import { textRequest } from './support/message-bird-requests.ts'
import { makeTestDatabase, type TestDatabase } from './support/test-database.ts'

/** Nothing else contains these: where one shows up in the log, a text did. */
const SECRETS = {
  text: 'quixotic zephyr',
  reply: 'Jabberwock mimsy',
  note: 'vorpal snark',
  name: 'Bandersnatch',
  password: 'brillig slithy toves',
  wrongPassword: 'frumious gimble',
  email: 'olga@example.com',
} as const
const CUSTOMER = '+12025550123'
const OTHER = '+12025550145'
const UUID = /^[0-9a-f-]{36}$/

let folder: string
let database: TestDatabase
let desk: LiveDesk
let cookie = ''
let lines: Record<string, unknown>[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'textdesk-'))
  database = await makeTestDatabase()
  desk = await LiveDesk.start({ folder, env: { LOG_LEVEL: 'trace', DATABASE_URL: database.url } })
  await liveThroughEverything()
  await desk.stop()
  lines = desk.server.output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
}, 60_000)

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.remove()
})

describe('the log of a whole journey, at its most talkative', () => {
  it('names no customer, in whatever way a number is written', () => {
    for (const number of [CUSTOMER, OTHER]) {
      const written = desk.server.output.replaceAll(/"time":\d+|%2B|[\s().+-]/gi, '')
      expect(written).not.toContain(number.slice(-7))
    }
  })

  it.each(Object.entries(SECRETS))('holds no %s', (_, secret) => {
    const log = desk.server.output.toLowerCase()
    for (const word of secret.toLowerCase().split(' ')) expect(log).not.toContain(word)
  })

  it('holds no key and no session', () => {
    for (const secret of [SIGNING_KEY, 'test_key_of_the_desk', cookie.split('=')[1] ?? ''])
      expect(desk.server.output).not.toContain(secret)
  })

  it('has a line for every request, by its route, with the id that its answer carries', () => {
    const requests = lines.filter(({ msg }) => msg === 'request')
    expect(requests.length).toBeGreaterThan(25)
    for (const line of requests) {
      expect(line).toMatchObject({ requestId: expect.stringMatching(UUID), method: expect.any(String) })
      expect(line).toMatchObject({ route: expect.any(String), status: expect.any(Number), ms: expect.any(Number) })
    }
  })

  it('says what failed, under the id of the request', () => {
    const failed = lines.find(({ msg }) => msg === 'request failed')
    expect(failed).toMatchObject({ code: 'storage-unavailable', requestId: expect.stringMatching(UUID) })
  })
})

async function liveThroughEverything(): Promise<void> {
  await signInAndFail()
  await textInManyWays()
  const ticket = '/api/tickets/1'
  await reply(SECRETS.reply)
  desk.provider.answerNext('no-recipient', 'server-error', 'garbage', 'reset-after-body')
  for (let sent = 0; sent < 4; sent += 1) await reply(`${SECRETS.reply} ${sent}`)
  await call('POST', `${ticket}/notes`, { body: SECRETS.note })
  await call('GET', `/api/tickets?q=${encodeURIComponent(SECRETS.text)}`)
  await call('GET', `/api/tickets?q=${encodeURIComponent(CUSTOMER)}`)
  await call('POST', '/api/tickets', { phone: OTHER, body: SECRETS.reply })
  await call('POST', '/api/tickets', { phone: `${OTHER} x`, body: SECRETS.reply })
  const { contact } = (await (await call('GET', ticket)).json()) as { contact: { id: string } }
  await call('PATCH', `/api/contacts/${contact.id}`, { name: SECRETS.name })
  await call('PUT', `/api/contacts/${contact.id}/block`)
  await reply(SECRETS.reply)
  await call('PUT', `${ticket}/closure`)
  await sendNonsense()
  await failToStore()
}

async function signInAndFail(): Promise<void> {
  const { email, password, wrongPassword } = SECRETS
  const setUp = await call('POST', '/api/setup', { code: await desk.server.setUpCode(), name: 'Olga', email, password })
  cookie = setUp.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  await call('POST', '/api/session', { email, password: wrongPassword })
}

async function textInManyWays(): Promise<void> {
  const { webhooks } = desk
  for (const shape of ['form', 'json', 'query', 'short-code', 'mms'] as const)
    await webhooks.sendText({ from: CUSTOMER, to: DESK_NUMBER, body: SECRETS.text, shape })
  const wire = textRequest({ from: CUSTOMER, to: DESK_NUMBER, body: SECRETS.text })
  await webhooks.deliver(wire, 'no.good.token')
  await webhooks.deliver({ ...wire, body: `{"originator": "${CUSTOMER}", "payload": "${SECRETS.text}"` })
  const [confirmation] = await desk.provider.waitForTexts(1)
  for (const status of ['sent', 'delivered', 'what is this'])
    await webhooks.sendReport({ reference: confirmation?.reference ?? '', status, recipient: CUSTOMER.slice(1) })
  await webhooks.sendReport({ reference: 'unknown', status: 'sent', recipient: CUSTOMER.slice(1) })
}

async function sendNonsense(): Promise<void> {
  const url = `${desk.server.url}/api/tickets/1/replies`
  const headers = { cookie, origin: desk.server.url, 'content-type': 'application/json' }
  await fetch(url, { method: 'POST', headers, body: `{"body": "${SECRETS.reply}` })
  await call('POST', '/api/tickets/1/notes', { [SECRETS.note]: CUSTOMER })
  await call('POST', '/api/tickets/1/notes', { body: SECRETS.note.repeat(5_000) })
  await call('GET', `/api/contacts/${encodeURIComponent(CUSTOMER)}`)
  await call('GET', `/nowhere/${encodeURIComponent(CUSTOMER)}?q=${encodeURIComponent(SECRETS.text)}`)
  await call('GET', `/api/simulator/phones/${encodeURIComponent(CUSTOMER)}/messages`)
  await call('POST', `/api/simulator/phones/${encodeURIComponent(CUSTOMER)}/messages`, { body: SECRETS.text })
}

/** Another process holds the database for longer than the desk waits. */
async function failToStore(): Promise<void> {
  const release = await holdDatabase(database.url)
  const answer = await desk.webhooks.sendText({ from: OTHER, to: DESK_NUMBER, body: SECRETS.text })
  await release()
  expect(answer.status).toBe(503)
}

function reply(body: string): Promise<Response> {
  return call('POST', '/api/tickets/1/replies', { body, sendNow: true }, { 'idempotency-key': crypto.randomUUID() })
}

function call(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Response> {
  const own = { cookie, origin: desk.server.url, ...(body && { 'content-type': 'application/json' }) }
  return fetch(desk.server.url + path, {
    method,
    headers: { ...own, ...headers },
    ...(body && { body: JSON.stringify(body) }),
  })
}
