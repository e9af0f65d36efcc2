import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { FaultProxy, type ProxyMode } from './fault-proxy.ts'
import { tinyServer } from './tiny-server.ts'

const BODY = 'a'.repeat(5_000)
let arrived: string[]
let proxy: FaultProxy

beforeEach(async () => {
  arrived = []
  const server = await tinyServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('error', () => {})
    request.on('close', () => arrived.push(body))
    text(request).then(
      () => response.end('answer'),
      () => {},
    )
  })
  proxy = await FaultProxy.start(new URL(server))
  onTestFinished(() => proxy.stop())
})

async function ask(mode: ProxyMode, signal = AbortSignal.timeout(300)): Promise<string> {
  proxy.treatNext(mode)
  const headers = { connection: 'close' }
  const response = await fetch(proxy.url, { method: 'POST', body: BODY, headers, signal })
  return response.text()
}

describe('a connection', () => {
  it('passes as it is', async () => {
    expect(await ask({ kind: 'pass' }, AbortSignal.timeout(5_000))).toBe('answer')
    expect(arrived).toEqual([BODY])
  })

  it.each([0, 1, 4_999, Number.POSITIVE_INFINITY])('is reset after %d bytes of the body', async (afterBytes) => {
    await expect(ask({ kind: 'reset-request', afterBytes })).rejects.toThrow('fetch failed')
    const expected = Math.min(afterBytes, BODY.length)
    await expect.poll(() => arrived.map(({ length }) => length)).toEqual([expected])
  })

  it.each([0, 20])('is reset after %d bytes of the answer', async (afterBytes) => {
    await expect(ask({ kind: 'reset-response', afterBytes })).rejects.toThrow()
    expect(arrived).toEqual([BODY])
  })

  it('stalls once the request has passed', async () => {
    await expect(ask({ kind: 'stall' })).rejects.toThrow('timeout')
    expect(arrived).toEqual([BODY])
  })

  it.each([{ kind: 'black-hole' }, { kind: 'half-open' }] as const)('leads nowhere: $kind', async (mode) => {
    await expect(ask(mode)).rejects.toThrow('timeout')
    expect(arrived).toEqual([])
  })

  it('drips', async () => {
    expect(await ask({ kind: 'drip', everyMs: 1 }, AbortSignal.timeout(5_000))).toBe('answer')
  })

  it('is treated as the standing mode says when it has none of its own', async () => {
    proxy.treat({ kind: 'reset-request', afterBytes: 0 })
    await expect(fetch(proxy.url, { method: 'POST', body: BODY })).rejects.toThrow('fetch failed')
    proxy.treat({ kind: 'pass' })
    expect(await (await fetch(proxy.url, { method: 'POST', body: BODY })).text()).toBe('answer')
    expect(proxy.connections).toBe(2)
  })
})

describe('a connection that is there already', () => {
  let echo: FaultProxy
  let ends: Socket[]

  beforeEach(async () => {
    ends = []
    const server = createServer((socket) => {
      ends.push(socket.on('error', () => {}))
      socket.pipe(socket)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    echo = await FaultProxy.start(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
    onTestFinished(async () => {
      await echo.stop()
      server.close()
    })
  })

  const call = () => connect(Number(echo.url.port), '127.0.0.1').setEncoding('utf8')
  const say = async (socket: Socket, words: string) => {
    socket.write(words)
    return String((await once(socket, 'data'))[0])
  }

  it('is frozen without a word, thawed with all that was said, and hides nothing from new ones', async () => {
    const old = call()
    expect(await say(old, 'one')).toBe('one')
    echo.freeze()
    let heard = ''
    old.on('data', (words) => {
      heard += words
    })
    old.write('two')
    const fresh = call()
    for (let turn = 0; turn < 3; turn += 1) expect(await say(fresh, 'three')).toBe('three')
    expect([heard, old.destroyed]).toEqual(['', false])
    echo.thaw()
    await expect.poll(() => heard).toBe('two')
    expect(await say(old, 'four')).toBe('four')
    expect(await say(fresh, 'five')).toBe('five')
  })

  it('does not let the other end know that it was given up', async () => {
    const old = call()
    expect(await say(old, 'one')).toBe('one')
    echo.freeze()
    old.destroy()
    await once(old, 'close')
    expect(await say(call(), 'two')).toBe('two')
    expect(ends[0]?.readableEnded).toBe(false)
    echo.thaw()
    await expect.poll(() => ends[0]?.readableEnded).toBe(true)
  })
})
