import { FakePasswordHasher, FakePasswordJudge } from '@textdesk/core/testing'
import { Client } from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { type RunningDesk, startDesk } from '../../src/composition/start-desk.ts'
import { readConfig } from '../../src/config.ts'
import { DeskClient } from '../support/desk-client.ts'
import { OWNER } from '../support/open-desk.ts'
import { makeEmptyDatabase } from '../support/test-database.ts'

const PUBLIC_URL = 'https://desk.example.org'
const OUTSIDE = { host: 'desk.example.org', origin: PUBLIC_URL }
const SERVERS = 3

interface FirstStart {
  readonly servers: readonly RunningDesk[]
  /** One statement, and its rows. */
  readonly ask: (text: string) => Promise<Record<string, unknown>[]>
}

/** Several servers, started at the same moment on a database without a table. */
async function startAtOnce(env: Record<string, string> = { PUBLIC_URL }): Promise<FirstStart> {
  const database = await makeEmptyDatabase()
  const settings = readConfig({ DATABASE_URL: database.url, LOG_LEVEL: 'silent', ...env })
  const config = { ...settings, mostLoopDelayMs: 0 }
  const start = () =>
    startDesk(config, { passwordHasher: new FakePasswordHasher(), passwordJudge: new FakePasswordJudge() })
  const starts = await Promise.allSettled(Array.from({ length: SERVERS }, start))
  const servers = starts.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const looker = new Client({ connectionString: database.url })
  await looker.connect()
  onTestFinished(async () => {
    for (const server of servers) await server.stop()
    await looker.end()
    await database.remove()
  })
  expect(starts.filter(({ status }) => status === 'rejected')).toEqual([])
  return { servers, ask: async (text) => (await looker.query(text)).rows }
}

it.each([1, 2, 3])('servers that start at once make one desk (%i)', async () => {
  const { servers, ask } = await startAtOnce()
  const practice = { name: 'Practice', number: '+12025550100', provider: 'simulated', is_default: '1' }
  expect(await ask('select name, number, provider, is_default from inboxes')).toEqual([practice])
  expect(await ask('select name from desk_keys')).toEqual([{ name: 'opt-outs' }])

  const set = (server: RunningDesk, nth: number) => {
    const owner = { ...OWNER, email: `owner-${nth}@example.com`, code: server.setUpCode }
    return new DeskClient(server.app).post('/api/setup', owner, OUTSIDE)
  }
  const answers = await Promise.all(servers.map(set))
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409])
  expect(await ask('select role from agents')).toEqual([{ role: 'owner' }])
  expect(await ask('select count(*)::int as sessions from sessions')).toEqual([{ sessions: 1 }])
})

it('the code that any of them printed is taken by any of them', async () => {
  const { servers } = await startAtOnce()
  const [first, , last] = servers
  const owner = { ...OWNER, code: first?.setUpCode }
  const answer = last && (await new DeskClient(last.app).post('/api/setup', owner, OUTSIDE))
  expect(answer?.statusCode).toBe(201)
})

it('texts to a number that nobody knows, one to each server at once, come to one inbox', async () => {
  const { servers, ask } = await startAtOnce({})
  const text = ({ app }: RunningDesk, nth: number) => {
    const fields = { originator: `1202555012${nth}`, recipient: '12025550177', body: 'Hello', id: `text-${nth}` }
    const headers = { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost:8080' }
    const payload = new URLSearchParams(fields).toString()
    return app.inject({ method: 'POST', url: '/webhook', headers, payload })
  }
  const answers = await Promise.all(servers.map(text))
  expect(answers.map(({ body }) => body)).toEqual(['OK', 'OK', 'OK'])
  const texts =
    'select inboxes.name, count(*)::int as texts from tickets join inboxes on inboxes.id = inbox_id group by 1'
  expect(await ask(texts)).toEqual([{ name: 'Unrecognised number', texts: SERVERS }])
})
