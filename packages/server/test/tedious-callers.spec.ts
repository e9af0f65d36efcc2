import { expect, it } from 'vitest'
import { sendLargeBody } from '../faults/bodies/large-bodies.ts'
import { holdConnection, slownesses } from '../faults/bodies/slow-connections.ts'
import { openDesk } from './support/open-desk.ts'

const BYTES = 50 * 1024 * 1024
const MAX_TAKEN = 16 * 1024 * 1024

it.each([
  ['a webhook', '/webhooks/messagebird'],
  ['a route that needs a session', '/api/tickets'],
  ['no route at all', '/nowhere'],
])('a body of 50 MB to %s is refused without being read to its end', async (_, target) => {
  const { app } = await openDesk()
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  for (const announced of [true, false]) {
    const { answer, takenBytes } = await sendLargeBody({ url, target, bytes: BYTES, announced })
    expect(answer).toMatch(/^(4\d\d|cut)$/)
    expect(takenBytes).toBeLessThan(MAX_TAKEN)
  }
})

it('a connection that hardly speaks is ended soon after its time is over', { timeout: 20_000 }, async () => {
  const { app } = await openDesk()
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  expect([app.server.headersTimeout, app.server.requestTimeout]).toEqual([20_000, 30_000])
  app.server.headersTimeout = 300
  app.server.requestTimeout = 600
  const held = await Promise.all(slownesses.map((slowness) => holdConnection(url, slowness)))
  expect(Math.max(...held)).toBeLessThan(8_000)
})
