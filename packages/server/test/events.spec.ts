import { expect, it, onTestFinished } from 'vitest'
import type { DeskClient } from './support/desk-client.ts'
import { EventReader } from './support/event-reader.ts'
import { WiredDesk } from './support/wired-desk.ts'

const HOST = 'localhost:8080'

async function listening() {
  const wired = await WiredDesk.open()
  const url = await wired.desk.app.listen({ port: 0, host: '127.0.0.1' })
  const listen = async (who: DeskClient) => {
    const reader = await EventReader.open(url, { cookie: who.cookie, host: HOST })
    onTestFinished(() => reader.close())
    return reader
  }
  return { wired, desk: wired.desk, listen }
}

const about = (number: number) => (heard: { data: { number?: number } }) => heard.data.number === number

it('begins with a reset, since a page that comes back may have missed some', async () => {
  const { desk, listen } = await listening()
  const page = await listen(desk.agent)
  expect(page.response.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  })
  expect(await page.next(() => true)).toEqual({ event: 'reset', data: {} })
})

it('tells every page of a text, a reply and a delivery', async () => {
  const { wired, desk, listen } = await listening()
  const pages = [await listen(desk.owner), await listen(desk.agent), await listen(desk.agent)]
  await wired.text('Hello')
  for (const page of pages)
    expect(await page.next(about(1))).toEqual({ event: 'ticket', data: { number: 1, what: 'text' } })
  await desk.agent.post('/api/tickets/1/replies', { body: 'Hi', sendNow: true }, { 'idempotency-key': 'key' })
  await desk.owner.put('/api/tickets/1/closure')
  await desk.owner.delete('/api/tickets/1/closure')
  for (const page of pages) await page.next(({ data }) => data.what === 'state')
})

it('makes pages fetch everything when an inbox changed', async () => {
  const { desk, listen } = await listening()
  const page = await listen(desk.agent)
  await page.next(({ event }) => event === 'reset')
  page.events.length = 0
  const [inbox] = (await desk.owner.get('/api/inboxes')).json().items
  await desk.owner.patch(`/api/inboxes/${inbox.id}`, { name: 'Kettles' })
  expect(await page.next(() => true)).toEqual({ event: 'reset', data: {} })
})

it('needs a session', async () => {
  const { desk, listen } = await listening()
  const stranger = await listen(desk.visitor())
  expect(stranger.response.statusCode).toBe(401)
})

it("ends within a second of the agent's disabling, and nobody else's stream with it", async () => {
  const { wired, desk, listen } = await listening()
  const [owner, agent] = [await listen(desk.owner), await listen(desk.agent)]
  const start = performance.now()
  await desk.owner.patch(`/api/agents/${desk.agentId}`, { disabled: true })
  await agent.ended
  expect(performance.now() - start).toBeLessThan(1_000)
  await wired.text('Hello')
  expect(await owner.next(about(1))).toMatchObject({ event: 'ticket' })
})

it('ends with the session', async () => {
  const { desk, listen } = await listening()
  const page = await listen(desk.agent)
  await desk.agent.delete('/api/session')
  await page.ended
  expect(page.events.at(-1)).toEqual({ event: 'signed-out', data: {} })
  expect((await listen(desk.agent)).response.statusCode).toBe(401)
})

it('ends at once when the desk stops', async () => {
  const { desk, listen } = await listening()
  const page = await listen(desk.agent)
  await page.next(({ event }) => event === 'reset')
  const start = performance.now()
  await desk.app.close()
  await page.ended
  expect(performance.now() - start).toBeLessThan(1_000)
})
