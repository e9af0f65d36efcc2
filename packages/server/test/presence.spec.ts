import { expect, it, onTestFinished } from 'vitest'
import type { DeskClient } from './support/desk-client.ts'
import { EventReader, type HeardEvent } from './support/event-reader.ts'
import { WiredDesk } from './support/wired-desk.ts'

const sees = (viewers: object[]) => (heard: HeardEvent) =>
  heard.event === 'presence' && JSON.stringify(heard.data) === JSON.stringify({ number: 1, viewers })

it('every page hears who looks at a ticket, and who writes; a page that comes later hears it first', async () => {
  const wired = await WiredDesk.open()
  const { app, agent, agentId, owner } = wired.desk
  await wired.text('Hello')
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const listen = async (who: DeskClient) => {
    const page = await EventReader.open(url, { cookie: who.cookie, host: 'localhost:8080' })
    onTestFinished(() => page.close())
    return page
  }
  const first = await listen(owner)
  const ana = (writing: boolean) => [{ id: agentId, name: 'Ana', writing }]
  expect((await agent.put('/api/tickets/1/presence', { writing: false })).statusCode).toBe(204)
  await first.next(sees(ana(false)))
  await agent.put('/api/tickets/1/presence', { writing: true })
  await first.next(sees(ana(true)))
  const second = await listen(agent)
  await second.next(sees(ana(true)))
  expect(second.events.map(({ event }) => event)).toEqual(['reset', 'presence'])
  expect((await agent.delete('/api/tickets/1/presence')).statusCode).toBe(204)
  for (const page of [first, second]) await page.next(sees([]))
})

it('nobody looks at a ticket that is not there', async () => {
  const { desk } = await WiredDesk.open()
  const refused = await desk.agent.put('/api/tickets/7/presence', { writing: false })
  expect(refused.json()).toMatchObject({ status: 404, code: 'not-found' })
  expect(desk.api.presence.current().size).toBe(0)
})
