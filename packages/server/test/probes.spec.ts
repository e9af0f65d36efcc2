import { describe, expect, it } from 'vitest'
import { openDesk } from './support/open-desk.ts'

const TOKEN = 'a-token-for-the-metrics'

describe('probes', () => {
  it('say that the process lives, whoever asks by whatever name', async () => {
    const { app } = await openDesk()
    const answer = await app.inject({ url: '/healthz', headers: { host: '10.0.0.7' }, remoteAddress: '10.0.0.1' })
    expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok' }])
  })

  it('say what keeps the desk from its work', async () => {
    const desk = await openDesk()
    const idle = await desk.app.inject('/readyz')
    expect([idle.statusCode, idle.json()]).toEqual([
      503,
      { status: 'not-ready', checks: { database: 'ok', dispatcher: 'failing' } },
    ])
    const instruments = { ...desk.api.instruments, isDispatching: () => true }
    Object.assign(desk.api, { instruments })
    expect((await desk.app.inject('/readyz')).json()).toMatchObject({ status: 'ready' })
    Object.assign(desk.api, { instruments: { ...instruments, isWritable: async () => false } })
    expect((await desk.app.inject('/readyz')).json()).toMatchObject({
      checks: { database: 'failing', dispatcher: 'ok' },
    })
    Object.assign(desk.api, { instruments, deskQueries: { listInboxes: () => Promise.reject(new Error('gone')) } })
    expect((await desk.app.inject('/readyz')).json()).toMatchObject({
      status: 'not-ready',
      checks: { database: 'failing' },
    })
  })
})

describe('the probe of PUBLIC_URL', () => {
  it('takes no token that the desk did not send', async () => {
    const { app } = await openDesk()
    const answer = await app.inject({ url: '/webhooks/probe/guessed', headers: { host: 'any.example.org' } })
    expect(answer.statusCode).toBe(404)
  })

  it('answers by any name when the token is awaited', async () => {
    const { api, app } = await openDesk()
    Object.assign(api, { addressProbe: { arrive: (token: string) => token === 'awaited' } })
    const answer = await app.inject({ url: '/webhooks/probe/awaited', headers: { host: 'any.example.org' } })
    expect(answer.statusCode).toBe(204)
  })
})

describe('metrics', () => {
  it('are read from this computer', async () => {
    const { app } = await openDesk()
    const answer = await app.inject('/metrics')
    expect(answer.headers['content-type']).toContain('text/plain')
    expect(answer.body).toMatch(/^textdesk_texts_received_total 0$/m)
    expect(answer.body).toMatch(/^nodejs_eventloop_lag_seconds /m)
  })

  it('are read from elsewhere with the token only', async () => {
    const { app } = await openDesk({ env: { METRICS_TOKEN: TOKEN } })
    const ask = async (headers: Record<string, string>) =>
      (await app.inject({ url: '/metrics', headers, remoteAddress: '203.0.113.7' })).statusCode
    expect(await ask({})).toBe(403)
    expect(await ask({ authorization: 'Bearer wrong' })).toBe(403)
    expect(await ask({ authorization: `Bearer ${TOKEN}` })).toBe(200)
  })

  it('are read from elsewhere by nobody where no token is set', async () => {
    const { app } = await openDesk()
    const ask = (headers: Record<string, string>) =>
      app.inject({ url: '/metrics', headers, remoteAddress: '203.0.113.7' })
    expect((await ask({ authorization: 'Bearer null' })).statusCode).toBe(403)
    expect((await app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.7' } })).statusCode).toBe(403)
  })
})
