import { FakePasswordHasher, FakePasswordJudge } from '@textdesk/core/testing'
import { expect, it, onTestFinished } from 'vitest'
import { startDesk } from '../src/composition/start-desk.ts'
import { readConfig } from '../src/config.ts'
import { DeskClient } from './support/desk-client.ts'
import { openDesk } from './support/open-desk.ts'
import { makeTestDatabase } from './support/test-database.ts'
import { WiredDesk } from './support/wired-desk.ts'

const path = (phone: string) => `/api/simulator/phones/${encodeURIComponent(phone)}/messages`
const PHONE = '+12025550123'
/** The simulated network takes almost a second for a text. */
const ARRIVED = { timeout: 5_000 }

/** The desk as it starts without any configuration: its dispatcher runs, and its network is the simulated one. */
async function startSimulated(): Promise<DeskClient> {
  const database = await makeTestDatabase()
  const config = readConfig({ DATABASE_URL: database.url, LOG_LEVEL: 'silent' })
  const desk = await startDesk(config, {
    passwordHasher: new FakePasswordHasher(),
    passwordJudge: new FakePasswordJudge(),
  })
  onTestFinished(async () => {
    await desk.stop()
    await database.remove()
  })
  const owner = new DeskClient(desk.app)
  await owner.post('/api/setup', { name: 'Olga', email: 'olga@example.com', password: 'correct horse battery' })
  return owner
}

interface Shown {
  readonly direction: string
  readonly body: string
}

it('a phone texts the desk, gets its confirmation, and a reply that turns delivered', async () => {
  const owner = await startSimulated()
  const screen = async () =>
    (await owner.get(path(PHONE))).json().items.map(({ direction, body }: Shown) => [direction, body])
  const stateOf = async (id: string) =>
    (await owner.get('/api/tickets/1/messages')).json().items.find((item: { id: string }) => item.id === id).delivery
      .state
  expect((await owner.post(path(PHONE), { body: 'Where is my order?' })).statusCode).toBe(204)
  const greeting = [
    ['from-phone', 'Where is my order?'],
    ['to-phone', 'Thanks for contacting customer support! Your ticket ID is 1.'],
  ]
  await expect.poll(screen, ARRIVED).toEqual(greeting)
  await owner.post(path(PHONE), { body: 'Hello?' })
  const reply = (
    await owner.post('/api/tickets/1/replies', { body: 'On its way.', sendNow: true }, { 'idempotency-key': 'k' })
  ).json()
  await expect.poll(screen, ARRIVED).toEqual([...greeting, ['from-phone', 'Hello?'], ['to-phone', 'On its way.']])
  await expect.poll(() => stateOf(reply.id), ARRIVED).toBe('delivered')
})

it('a number for faults fails as documented', async () => {
  const owner = await startSimulated()
  const phone = '+12025550199'
  await owner.post(path(phone), { body: 'Hello' })
  const sent = await owner.post('/api/tickets/1/replies', { body: 'Hi', sendNow: true }, { 'idempotency-key': 'k' })
  const reply = async () =>
    (await owner.get('/api/tickets/1/messages')).json().items.find(({ id }: { id: string }) => id === sent.json().id)
  // The confirmation before it fails, too, and needs nobody's attention.
  const failed = { delivery: { state: 'failed', reason: 'unknown-subscriber' } }
  await expect.poll(reply, ARRIVED).toMatchObject(failed)
  expect((await owner.get('/api/views')).json()).toMatchObject({ attention: 1 })
})

it('needs a session', async () => {
  const { visitor } = await openDesk()
  expect((await visitor().get(path(PHONE))).statusCode).toBe(401)
  expect((await visitor().post(path(PHONE), { body: 'Hello' })).statusCode).toBe(401)
})

it('is not there on a desk with a real number', async () => {
  const { desk } = await WiredDesk.open()
  expect((await desk.agent.get(path(PHONE))).json()).toMatchObject({ status: 404, code: 'not-found' })
  expect((await desk.agent.post(path(PHONE), { body: 'Hello' })).statusCode).toBe(404)
})

it('takes E.164 numbers only', async () => {
  const { agent } = await openDesk()
  expect((await agent.get(path('202 555'))).statusCode).toBe(400)
})
