import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { drainOnClose } from './drain.ts'
import type { DeskApp } from './route.ts'

describe('drainOnClose', () => {
  it('answers what was begun before it closes the connections', async () => {
    const { app, url, begun, finish } = await open()
    const answer = fetch(`${url}/slow`)
    await begun
    const closed = app.close()
    // Time enough for the closing to reach the connections, if nothing held it up.
    for (let turn = 0; turn < 200; turn++) await nextTurn()
    finish()
    expect(await (await answer).text()).toBe('stored')
    await closed
  })

  it('takes no connection any more, and answers what comes over an open one before that is closed', async () => {
    const { app, url, begun, finish } = await open()
    const { port } = new URL(url)
    const held = connect(Number(port), '127.0.0.1')
    await once(held, 'connect')
    const first = fetch(`${url}/slow`)
    await begun
    const closed = app.close()
    const late = connect(Number(port), '127.0.0.1')
    const [refusal] = await once(late, 'error')
    expect(refusal.code).toBe('ECONNREFUSED')
    held.write('GET /quick HTTP/1.1\r\nHost: localhost\r\n\r\n')
    expect(await text(held)).toMatch(/^HTTP\/1.1 200 OK\r\nConnection: close\r\n.*at once$/is)
    finish()
    await (await first).text()
    await closed
  })

  it('does not wait for a client that has left', async () => {
    const { app, url, begun } = await open()
    const leaving = new AbortController()
    const answer = fetch(`${url}/slow`, { signal: leaving.signal }).catch(() => 'left')
    await begun
    leaving.abort()
    expect(await answer).toBe('left')
    const outcome = await Promise.race([app.close().then(() => 'closed'), pause(4000, 'still waiting', { ref: false })])
    expect(outcome).toBe('closed')
  })

  async function open() {
    const app = Fastify({ forceCloseConnections: true, return503OnClosing: false }) as unknown as DeskApp
    let begin = () => {}
    let finish = () => {}
    const begun = new Promise<void>((resolve) => (begin = resolve))
    const finished = new Promise<void>((resolve) => (finish = resolve))
    drainOnClose(app)
    app.get('/quick', async () => 'at once')
    app.get('/slow', async () => {
      begin()
      await finished
      return 'stored'
    })
    return { app, url: await app.listen({ port: 0, host: '127.0.0.1' }), begun, finish: () => finish() }
  }
})
