import { expect, it, onTestFinished } from 'vitest'
import type { DeskClient } from './support/desk-client.ts'
import { EventReader } from './support/event-reader.ts'
import { AGENT, openDesk, PASSWORD, type PeopledDesk } from './support/open-desk.ts'

const PUBLIC_URL = 'https://desk.example.org'
const OUTSIDE = { host: 'desk.example.org', origin: PUBLIC_URL }
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
const credentials = { email: AGENT.email, password: PASSWORD }

async function signInOn(desk: PeopledDesk, headers: Record<string, string> = {}): Promise<DeskClient> {
  const browser = desk.visitor()
  expect((await browser.post('/api/session', credentials, headers)).statusCode).toBe(200)
  return browser
}

const listOf = async (browser: DeskClient) => (await browser.get('/api/sessions')).json().items
const cookiesOf = (answer: { cookies: { name: string }[] }) => answer.cookies.map(({ name }) => name).sort()

it('an agent sees where they are signed in, and which of it is here', async () => {
  const desk = await openDesk()
  desk.clock.advance(60_000)
  const laptop = await signInOn(desk, { 'user-agent': FIREFOX })
  desk.clock.advance(120_000)
  const listed = await listOf(laptop)
  expect(listed).toEqual([
    {
      id: expect.any(String),
      label: 'Firefox on Windows',
      createdAt: expect.any(String),
      lastSeenAt: expect.any(String),
      current: true,
    },
    {
      id: expect.any(String),
      label: null,
      createdAt: expect.any(String),
      lastSeenAt: expect.any(String),
      current: false,
    },
  ])
  expect(Date.parse(listed[0].lastSeenAt) - Date.parse(listed[0].createdAt)).toBe(120_000)
  expect(JSON.stringify(listed)).not.toContain(laptop.cookie?.split('=')[1]?.split(';')[0])
  desk.clock.advance(12 * 3_600_000 - 60_000)
  expect((await listOf(laptop)).map(({ label }: { label: string }) => label)).toEqual(['Firefox on Windows'])
})

it('one of them can be ended from another, and nobody else’s', async () => {
  const desk = await openDesk()
  const laptop = await signInOn(desk)
  const [ofOwner] = await listOf(desk.owner)
  const other = (await listOf(laptop)).find(({ current }: { current: boolean }) => !current)
  expect((await laptop.delete(`/api/sessions/${ofOwner.id}`)).json()).toMatchObject({ status: 404, code: 'not-found' })
  expect((await laptop.delete(`/api/sessions/${other.id}`)).statusCode).toBe(204)
  const statuses = await Promise.all([desk.agent, laptop, desk.owner].map((who) => who.get('/api/session')))
  expect(statuses.map(({ statusCode }) => statusCode)).toEqual([401, 200, 200])
  expect(await listOf(laptop)).toHaveLength(1)
})

it('signing out everywhere ends every session and stream of the agent within a second, and no browser is known', async () => {
  const desk = await openDesk()
  const url = await desk.app.listen({ port: 0, host: '127.0.0.1' })
  const laptop = await signInOn(desk)
  const listen = async (who: DeskClient) => {
    const page = await EventReader.open(url, { cookie: who.cookie, host: 'localhost:8080' })
    onTestFinished(() => page.close())
    return page
  }
  const [here, there, ofOwner] = [await listen(laptop), await listen(desk.agent), await listen(desk.owner)]
  const began = performance.now()
  const answer = await laptop.delete('/api/sessions')
  expect(answer.statusCode).toBe(204)
  await Promise.all([here.ended, there.ended])
  expect(performance.now() - began).toBeLessThan(1_000)
  expect(laptop.cookie).toBeNull()
  expect((await desk.agent.get('/api/session')).statusCode).toBe(401)
  expect((await desk.owner.get('/api/session')).statusCode).toBe(200)
  await desk.owner.patch('/api/inboxes/none', { name: 'x' })
  expect(ofOwner.response.complete).toBe(false)
  for (let guess = 0; guess < 3; guess++)
    await desk.visitor().post('/api/session', { ...credentials, password: 'wrong' })
  expect((await desk.agent.post('/api/session', credentials)).json().code).toBe('sign-in-delayed')
})

it('a browser on https gets cookies that no other host can set', async () => {
  const desk = await openDesk({ env: { PUBLIC_URL } })
  const browser = desk.visitor()
  const entered = await browser.post('/api/session', credentials, OUTSIDE)
  expect(cookiesOf(entered)).toEqual(['__Host-textdesk_device', '__Host-textdesk_session'])
  for (const cookie of entered.cookies)
    expect(cookie).toMatchObject({ path: '/', secure: true, httpOnly: true, sameSite: 'Lax' })
  for (const cookie of entered.cookies) expect(cookie).not.toHaveProperty('domain')
  expect((await browser.get('/api/session', OUTSIDE)).statusCode).toBe(200)
  const planted = { ...OUTSIDE, cookie: `textdesk_session=planted; ${browser.cookie}` }
  expect((await desk.visitor().get('/api/session', planted)).statusCode).toBe(200)
  const left = await browser.delete('/api/session', OUTSIDE)
  expect(left.headers['clear-site-data']).toBe('"storage"')
  expect(browser.cookie).toMatch(/^__Host-textdesk_device=/)
})

it('a session of the version before goes on, and its cookie gets the new name at the next sign-in', async () => {
  const desk = await openDesk({ env: { PUBLIC_URL } })
  const old = { ...OUTSIDE, cookie: desk.agent.cookie ?? '' }
  expect((await desk.visitor().get('/api/session', old)).statusCode).toBe(200)
  const entered = await desk.visitor().post('/api/session', credentials, old)
  const gone = entered.cookies.filter(({ value }) => value === '').map(({ name }) => name)
  expect(gone.sort()).toEqual(['textdesk_device', 'textdesk_session'])
  expect((await desk.agent.get('/api/session')).statusCode).toBe(401)
})

it('a browser on this computer loses its own session alone, and no cookies of what else runs there', async () => {
  const desk = await openDesk()
  const left = await desk.agent.delete('/api/session')
  expect(left.headers).not.toHaveProperty('clear-site-data')
  expect(cookiesOf(left)).toEqual(['textdesk_session'])
})
