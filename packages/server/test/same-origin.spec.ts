import { describe, expect, it } from 'vitest'
import { openDesk } from './support/open-desk.ts'

const PUBLIC_URL = 'https://desk.example.org'
type Headers = Record<string, string>

describe('requests that change something', () => {
  it.each<[string, Headers, number]>([
    ['from the desk itself', { host: 'localhost:8080', 'sec-fetch-site': 'same-origin' }, 204],
    ['from the desk itself, in an old browser', { host: 'localhost:8080', origin: 'http://localhost:8080' }, 204],
    ['from the public address', { host: 'desk.example.org', origin: PUBLIC_URL }, 204],
    [
      'from another site',
      { host: 'localhost:8080', 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      403,
    ],
    ['from another port of this computer', { host: 'localhost:8080', 'sec-fetch-site': 'same-site' }, 403],
    ['from another site, in an old browser', { host: 'localhost:8080', origin: 'https://evil.example' }, 403],
    ['from another port, in an old browser', { host: 'localhost:8080', origin: 'http://localhost:3000' }, 403],
    ['from a sandboxed frame', { host: 'localhost:8080', origin: 'null' }, 403],
    ['that do not say where they are from', { host: 'localhost:8080' }, 403],
    ['typed into the address bar', { host: 'localhost:8080', 'sec-fetch-site': 'none' }, 403],
    [
      'where the new header contradicts the old one',
      { host: 'localhost:8080', 'sec-fetch-site': 'cross-site', origin: 'http://localhost:8080' },
      403,
    ],
  ])('%s', async (_, headers, status) => {
    const { app, agent } = await openDesk({ env: { PUBLIC_URL } })
    const cookie = agent.cookie ?? ''
    const response = await app.inject({ method: 'DELETE', url: '/api/session', headers: { ...headers, cookie } })
    expect(response.statusCode).toBe(status)
    expect((await agent.get('/api/session')).statusCode).toBe(status === 204 ? 401 : 200)
  })
})

describe('the Host a request names', () => {
  it.each<[string, Headers, string, number]>([
    ['this computer', {}, 'localhost:8080', 200],
    ['this computer by number', {}, '127.0.0.1:8080', 200],
    ['this computer by its newer number', {}, '[::1]:8080', 200],
    ['the public address', { PUBLIC_URL }, 'DESK.example.org', 200],
    ['the public address at another port', { PUBLIC_URL }, 'desk.example.org:81', 421],
    ['a name that somebody points here', {}, 'evil.example:8080', 421],
    ['a name that looks like this computer', {}, 'localhost.evil.example', 421],
    ['a number that looks like this computer', {}, '127.0.0.1.evil.example', 421],
    ['the address it listens on', { HOST: '192.0.2.7' }, '192.0.2.7:8080', 200],
    ['another address than the one it listens on', { HOST: '192.0.2.7' }, '192.0.2.8:8080', 421],
    ['any number, where it listens on all', { HOST: '0.0.0.0' }, '192.0.2.8:8080', 200],
    ['any name, where it listens on all', { HOST: '0.0.0.0' }, 'evil.example', 421],
  ])('is %s', async (_, env, host, status) => {
    const { app } = await openDesk({ env })
    const response = await app.inject({ method: 'GET', url: '/api/setup', headers: { host } })
    expect(response.statusCode).toBe(status)
  })

  it('is asked of the page too, and not of probes', async () => {
    const { app } = await openDesk()
    const headers = { host: 'evil.example' }
    expect((await app.inject({ url: '/', headers })).json()).toMatchObject({ code: 'host-unknown', status: 421 })
    expect((await app.inject({ url: '/healthz', headers })).statusCode).toBe(200)
  })
})
