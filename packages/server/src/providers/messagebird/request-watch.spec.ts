import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { RequestWatch } from './request-watch.ts'

const server = createServer()
afterEach(() => void server.removeAllListeners('request').close())

async function answerWith(status: number, headers: Record<string, string>): Promise<RequestWatch> {
  server.on('request', (_, response) => response.writeHead(status, headers).end())
  if (!server.listening) await once(server.listen(0, '127.0.0.1'), 'listening')
  const watch = new RequestWatch()
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => {
    watch.during(() => request({ port, host: '127.0.0.1' }, (response) => response.resume().on('end', resolve)).end())
  })
  return watch
}

describe('RequestWatch', () => {
  it('sees the status', async () => {
    expect((await answerWith(503, {})).evidence()).toEqual({ connected: true, status: 503, retryAfterMs: null })
  })

  it.each([
    ['7', 7_000],
    ['0', 0],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 0],
    ['soon', null],
    ['999999', 3_600_000],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 3_600_000],
  ])('reads Retry-After: %s', async (header, wait) => {
    expect((await answerWith(429, { 'Retry-After': header })).evidence().retryAfterMs).toBe(wait)
  })

  it('reads a date to come', async () => {
    const header = new Date(Date.now() + 60_000).toUTCString()
    const wait = (await answerWith(429, { 'Retry-After': header })).evidence().retryAfterMs
    expect(wait).toBeGreaterThan(50_000)
    expect(wait).toBeLessThanOrEqual(60_000)
  })

  it('assumes the worst of a request that it never saw', () => {
    const watch = new RequestWatch()
    watch.during(() => {})
    expect(watch.evidence()).toEqual({ connected: true, status: null, retryAfterMs: null })
  })

  it('listens no longer than it is told to', () => {
    const watch = new RequestWatch()
    expect(() => {
      watch.during(() => {
        throw new Error('no request')
      })
    }).toThrow('no request')
    const other = request({ port: 1, host: '127.0.0.1' }).on('error', () => {})
    other.destroy()
    expect(watch.evidence().connected).toBe(true)
  })
})
