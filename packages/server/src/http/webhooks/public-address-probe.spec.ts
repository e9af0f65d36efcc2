import { EventEmitter } from 'node:events'
import type { RequestListener } from 'node:http'
import type { Peers } from '@textdesk/core'
import { FakeSecrets } from '@textdesk/core/testing'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { freePort } from '../../../test/support/free-port.ts'
import { redirectFetch } from '../../../test/support/redirect-fetch.ts'
import { tinyServer } from '../../../test/support/tiny-server.ts'
import { PublicAddressProbe } from './public-address-probe.ts'

const PUBLIC_URL = 'https://desk.example.org'

/** The probe of a desk whose public address ends at whatever answers so. */
async function probe(answer: (probe: PublicAddressProbe) => RequestListener): Promise<PublicAddressProbe> {
  const made = new PublicAddressProbe({ publicUrl: PUBLIC_URL, secrets: new FakeSecrets(), deadlineMs: 200 })
  onTestFinished(redirectFetch(PUBLIC_URL, await tinyServer(answer(made))))
  return made
}

function probeOf(more: { peers: Peers }): PublicAddressProbe {
  return new PublicAddressProbe({ publicUrl: PUBLIC_URL, secrets: new FakeSecrets(), ...more })
}

/** Two servers that hear each other. */
function linked(): [Peers, Peers] {
  const heard = [new EventEmitter(), new EventEmitter()] as const
  const end = (own: EventEmitter, other: EventEmitter): Peers => ({
    tell: (message) => void other.emit('message', message),
    subscribe: (listener) => {
      own.on('message', listener)
      return () => own.off('message', listener)
    },
  })
  return [end(heard[0], heard[1]), end(heard[1], heard[0])]
}

const tokenOf = (url = '') => url.split('/').at(-1) ?? ''

describe('PublicAddressProbe', () => {
  it('knows that the way from the outside ends here when its token arrives', async () => {
    const whole = await probe((desk) => ({ url }, response) => {
      response.writeHead(desk.arrive(tokenOf(url)) ? 204 : 404).end()
    })
    expect(await whole.read()).toEqual({ kind: 'arrives' })
  })

  it('takes each token once, and only while it waits for it', async () => {
    const seen: string[] = []
    const whole = await probe((desk) => ({ url }, response) => {
      seen.push(`${desk.arrive(tokenOf(url))} ${desk.arrive(tokenOf(url))}`, tokenOf(url))
      response.writeHead(204).end()
    })
    await whole.read()
    expect(seen[0]).toBe('true false')
    expect(whole.arrive(seen[1] ?? '')).toBe(false)
  })

  it('is fooled by nobody who only says that it arrived', async () => {
    expect(await (await probe(() => (_, response) => response.writeHead(204).end())).read()).toEqual({
      kind: 'elsewhere',
      status: 204,
    })
    expect(await (await probe(() => (_, response) => response.writeHead(404).end('Tunnel not found'))).read()).toEqual({
      kind: 'elsewhere',
      status: 404,
    })
  })

  it('believes another server of the desk that it came there', async () => {
    const [here, there] = linked()
    const [one, other] = [here, there].map((peers) => probeOf({ peers })) as [PublicAddressProbe, PublicAddressProbe]
    const url = await tinyServer(({ url }, response) =>
      response.writeHead(other.arrive(tokenOf(url)) ? 204 : 404).end(),
    )
    onTestFinished(redirectFetch(PUBLIC_URL, url))
    expect(await one.read()).toEqual({ kind: 'arrives' })
  })

  it('is told by another server of its own token alone', async () => {
    const [here, there] = linked()
    const url = await tinyServer((_, response) => {
      there.tell({ probed: 'of somebody else' })
      response.writeHead(404).end()
    })
    onTestFinished(redirectFetch(PUBLIC_URL, url))
    expect(await probeOf({ peers: here }).read()).toEqual({ kind: 'elsewhere', status: 404 })
  })

  it('needs the way back too', async () => {
    const oneWay = await probe((desk) => ({ url }, response) => {
      desk.arrive(tokenOf(url))
      response.writeHead(502).end()
    })
    expect(await oneWay.read()).toEqual({ kind: 'elsewhere', status: 502 })
  })

  it('follows nobody elsewhere', async () => {
    let elsewhere = 0
    const target = await tinyServer((_, response) => {
      elsewhere += 1
      response.writeHead(204).end()
    })
    const moved = await probe(() => (_, response) => response.writeHead(302, { location: target }).end())
    expect(await moved.read()).toEqual({ kind: 'redirects', status: 302 })
    expect(elsewhere).toBe(0)
  })

  it('waits for no answer for ever', async () => {
    expect(await (await probe(() => () => {})).read()).toEqual({ kind: 'unreachable', reason: 'time-out' })
  })

  it('says what is wrong with an address that cannot be reached', async () => {
    const read = (publicUrl: string) => new PublicAddressProbe({ publicUrl, secrets: new FakeSecrets() }).read()
    expect(await read('http://localhost:8080')).toEqual({ kind: 'local' })
    onTestFinished(redirectFetch(PUBLIC_URL, `http://127.0.0.1:${await freePort()}`))
    expect(await read(PUBLIC_URL)).toEqual({ kind: 'unreachable', reason: 'refused' })
    onTestFinished(() => void vi.unstubAllGlobals())
    for (const [code, reason] of [
      ['ENOTFOUND', 'unknown-host'],
      ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
      ['CERT_HAS_EXPIRED', 'certificate'],
      ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
      ['ECONNRESET', 'other'],
    ] as const) {
      const cause = Object.assign(new Error(code), { code })
      vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed', { cause })))
      expect(await read(PUBLIC_URL)).toEqual({ kind: 'unreachable', reason })
    }
  })
})
