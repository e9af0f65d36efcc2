import { FakePasswordHasher, FakePasswordJudge } from '@textdesk/core/testing'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { type RunningDesk, startDesk } from '../../src/composition/start-desk.ts'
import { readConfig } from '../../src/config.ts'
import { DeskClient } from '../support/desk-client.ts'
import { EventReader } from '../support/event-reader.ts'
import { OWNER } from '../support/open-desk.ts'
import { makeTestDatabase } from '../support/test-database.ts'

const PHONE = '+12025550123'
let servers: readonly [RunningDesk, RunningDesk]
let first: DeskClient
let second: DeskClient

beforeEach(async () => {
  const database = await makeTestDatabase()
  const config = { ...readConfig({ DATABASE_URL: database.url, LOG_LEVEL: 'silent' }), mostLoopDelayMs: 0 }
  const start = () =>
    startDesk(config, { passwordHasher: new FakePasswordHasher(), passwordJudge: new FakePasswordJudge() })
  servers = await Promise.all([start(), start()])
  onTestFinished(async () => {
    for (const server of servers) await server.stop()
    await database.remove()
  })
  first = new DeskClient(servers[0].app)
  second = new DeskClient(servers[1].app)
  await first.post('/api/setup', OWNER)
  await second.post('/api/session', { email: OWNER.email, password: OWNER.password })
})

const text = (desk: DeskClient, body: string, from = PHONE) =>
  desk.post(`/api/simulator/phones/${encodeURIComponent(from)}/messages`, { body })
const tickets = async (desk: DeskClient) => (await desk.get('/api/tickets?view=all')).json().items
const stories = async (desk: DeskClient, number: number) =>
  (await desk.get(`/api/tickets/${number}/messages`)).json().items

it('the first two texts of a number, one to each server at once, are one ticket with one confirmation', async () => {
  const phones = Array.from({ length: 10 }, (_, index) => `+1202555012${index}`)
  await Promise.all(phones.flatMap((phone) => [text(first, 'one', phone), text(second, 'two', phone)]))
  const found = await tickets(second)
  expect(found).toHaveLength(phones.length)
  for (const { number } of found) {
    const kinds = (await stories(first, number)).map(({ kind }: { kind: string }) => kind).sort()
    expect(kinds).toEqual(['auto', 'sms', 'sms'])
  }
})

it('what one server stores is sent once, whichever sends it, and seen by both', async () => {
  await text(first, 'Hello')
  const delivered = async () =>
    (await stories(second, 1)).map((item: { delivery: { state: string } | null }) => item.delivery?.state)
  await expect.poll(delivered, { timeout: 10_000 }).toEqual([undefined, 'delivered'])
  const phone = (await first.get(`/api/simulator/phones/${encodeURIComponent(PHONE)}/messages`)).json()
  expect(phone.items).toHaveLength(2)
})

it('who looks at a ticket on one server is seen on the pages of the other', async () => {
  await text(first, 'Hello')
  const url = await servers[1].app.listen({ port: 0, host: '127.0.0.1' })
  const page = await EventReader.open(url, { cookie: second.cookie, host: 'localhost:8080' })
  onTestFinished(() => page.close())
  await first.put('/api/tickets/1/presence', { writing: true })
  await page.next(({ event, data }) => event === 'presence' && JSON.stringify(data).includes('"writing":true'))
  await first.delete('/api/tickets/1/presence')
  await page.next(({ event, data }) => event === 'presence' && JSON.stringify(data).includes('"viewers":[]'))
})

it('a session that ended on one server has ended on the other', async () => {
  expect((await second.get('/api/tickets')).statusCode).toBe(200)
  await second.put('/api/agents/me/password', { currentPassword: OWNER.password, newPassword: 'quite another phrase' })
  expect((await first.get('/api/tickets')).statusCode).toBe(401)
})

it('signing out everywhere on one server ends the stream on the other within a second', async () => {
  const url = await servers[1].app.listen({ port: 0, host: '127.0.0.1' })
  const page = await EventReader.open(url, { cookie: second.cookie, host: 'localhost:8080' })
  onTestFinished(() => page.close())
  await page.next(({ event }) => event === 'reset')
  expect((await first.get('/api/sessions')).json().items).toHaveLength(2)
  const began = performance.now()
  expect((await first.delete('/api/sessions')).statusCode).toBe(204)
  await page.ended
  expect(performance.now() - began).toBeLessThan(1_000)
  expect(page.events.at(-1)).toEqual({ event: 'signed-out', data: {} })
  expect((await second.get('/api/tickets')).statusCode).toBe(401)
})

it('a browser that one server knows is known to the other, whoever guesses meanwhile', async () => {
  const guess = (desk: DeskClient) => desk.post('/api/session', { email: OWNER.email, password: 'a wrong guess' })
  const strangers = servers.map(({ app }) => new DeskClient(app))
  for (let guesses = 0; guesses < 6; guesses += 1) for (const stranger of strangers) await guess(stranger)
  const stranger = strangers[1] as DeskClient
  const right = { email: OWNER.email, password: OWNER.password }
  expect((await stranger.post('/api/session', right)).json().code).toBe('sign-in-delayed')
  const headers = { cookie: first.cookie ?? '' }
  expect((await stranger.post('/api/session', right, headers)).statusCode).toBe(200)
})
