import { useCases } from '@textdesk/core'
import { describe, expect, it } from 'vitest'
import { OWNER, openDesk, openEmptyDesk, PASSWORD, type TestDesk } from './support/open-desk.ts'

const PUBLIC_URL = 'https://desk.example.org'
const HOST = 'desk.example.org'
type Headers = Record<string, string>

const wrong = { email: OWNER.email, password: 'a wrong guess' }
const right = { email: OWNER.email, password: PASSWORD }

/** Somebody signs in from there; the status of the answer. */
async function signIn({ app }: TestDesk, body: object, headers: Headers = {}, remoteAddress = '127.0.0.1') {
  const own = { host: HOST, 'sec-fetch-site': 'same-origin', ...headers }
  const request = { method: 'POST', url: '/api/session', headers: own, payload: body, remoteAddress } as const
  return (await app.inject(request)).statusCode
}

async function guessAll(desk: TestDesk, headers: Headers, remoteAddress?: string): Promise<void> {
  for (let guess = 0; guess < 31; guess++) {
    await signIn(desk, { ...wrong, email: `nobody-${guess}@example.com` }, headers, remoteAddress)
  }
}

describe('behind a tunnel on this computer', () => {
  it('each visitor has an address of their own, without any setting', async () => {
    const desk = await openDesk({ env: { PUBLIC_URL } })
    await guessAll(desk, { 'x-forwarded-for': '198.51.100.7' })
    expect(await signIn(desk, right, { 'x-forwarded-for': '198.51.100.7' })).toBe(429)
    expect(await signIn(desk, right, { 'x-forwarded-for': '192.0.2.44' })).toBe(200)
  })

  it('what a visitor wrote before the tunnel did is not believed', async () => {
    const desk = await openDesk({ env: { PUBLIC_URL } })
    for (let guess = 0; guess < 31; guess++) {
      const claimed = `203.0.113.${guess}, 198.51.100.7`
      await signIn(desk, { ...wrong, email: `nobody-${guess}@example.com` }, { 'x-forwarded-for': claimed })
    }
    expect(await signIn(desk, right, { 'x-forwarded-for': '198.51.100.7' })).toBe(429)
  })

  it.each([
    ['open to the network', { HOST: '0.0.0.0' }, '127.0.0.1'],
    ['that is told to believe nobody', { TRUST_PROXY: 'none' }, '127.0.0.1'],
    ['that is asked past the tunnel', {}, '192.0.2.7'],
  ])('a desk %s believes no such header', async (_, env, remoteAddress) => {
    const desk = await openDesk({ env: { PUBLIC_URL, ...env } })
    for (let guess = 0; guess < 31; guess++) {
      const headers = { 'x-forwarded-for': `203.0.113.${guess}` }
      await signIn(desk, { ...wrong, email: `nobody-${guess}@example.com` }, headers, remoteAddress)
    }
    expect(await signIn(desk, right, { 'x-forwarded-for': '198.51.100.9' }, remoteAddress)).toBe(429)
  })

  it.each(['unknown', '999.1.1.1', ''])('the word %j counts as no address', async (word) => {
    const desk = await openDesk({ env: { PUBLIC_URL } })
    await guessAll(desk, { 'x-forwarded-for': word })
    expect(await signIn(desk, right)).toBe(429)
    expect(await signIn(desk, right, { 'x-forwarded-for': '192.0.2.44' })).toBe(200)
  })

  it('junk of many spellings is one address, and a port is no part of one', async () => {
    const desk = await openDesk({ env: { PUBLIC_URL } })
    for (let guess = 0; guess < 31; guess++) {
      const headers = { 'x-forwarded-for': guess % 2 ? `junk-${guess}` : `198.51.100.7:${4000 + guess}` }
      await signIn(desk, { ...wrong, email: `nobody-${guess}@example.com` }, headers)
    }
    expect(await signIn(desk, right, { 'x-forwarded-for': 'other junk' })).toBe(429)
    expect(await signIn(desk, right, { 'x-forwarded-for': '198.51.100.7:5000' })).toBe(429)
    expect(await signIn(desk, right, { 'x-forwarded-for': '[2001:db8::7]:5000' })).toBe(200)
  })
})

describe('behind a forwarder that says nothing of who asks', () => {
  it('guesses keep no known browser out, and none that is signed in', async () => {
    const desk = await openDesk({ env: { PUBLIC_URL }, app: { requestsPerMinute: 50 } })
    const { owner, agent } = desk
    await guessAll(desk, {})
    for (let request = 0; request < 60; request++) await desk.visitor().get('/api/setup')
    expect((await desk.visitor().get('/api/setup')).statusCode).toBe(429)
    expect((await agent.get('/api/session')).statusCode).toBe(200)
    await owner.delete('/api/session')
    expect((await owner.post('/api/session', right)).statusCode).toBe(200)
  })

  it('an invented session or device is counted by its address', async () => {
    const desk = await openDesk({ app: { requestsPerMinute: 50 } })
    const statuses = new Set<number>()
    for (let request = 0; request < 60; request++) {
      const headers = { cookie: `textdesk_session=invented-${request}; textdesk_device=invented-${request}` }
      statuses.add((await desk.visitor().get('/api/setup', headers)).statusCode)
    }
    expect([...statuses]).toEqual([200, 429])
  })

  it.each([
    ['PUBLIC_URL names an outside', { PUBLIC_URL }],
    ['a proxy is named', { TRUST_PROXY: '10.0.0.7' }],
  ])('a stranger who calls himself local gets nothing, once %s', async (_, env) => {
    const desk = await openEmptyDesk({ env })
    const local = { host: '127.0.0.1:8080', origin: 'http://127.0.0.1:8080', 'sec-fetch-site': 'same-origin' }
    const post = (url: string, payload: object) => desk.app.inject({ method: 'POST', url, headers: local, payload })
    expect((await desk.app.inject({ url: '/api/setup', headers: local })).json().codeRequired).toBe(true)
    expect((await post('/api/setup', OWNER)).json().code).toBe('set-up-code-wrong')
    expect((await desk.app.inject({ url: '/metrics', headers: { host: '127.0.0.1' } })).statusCode).toBe(403)
    const unsigned = await desk.app.inject({
      method: 'POST',
      url: '/webhook',
      headers: { host: '127.0.0.1', 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'originator=12025550123&payload=Hello',
    })
    expect(unsigned.json()).toMatchObject({ status: 401, code: 'signature-refused' })
    expect((await desk.persistence.deskQueries.listInboxes())[0]?.lastTextAt).toBeNull()
    const { code } = await desk.container.resolve(useCases.prepareSetUp).execute()
    expect((await post('/api/setup', { ...OWNER, code })).statusCode).toBe(201)
  })

  it('the practice phone texts the desk all the same', async () => {
    const { agent } = await openDesk({ env: { PUBLIC_URL } })
    const sent = await agent.post('/api/simulator/phones/%2B12025550123/messages', { body: 'Hello' })
    expect(sent.statusCode).toBe(204)
    const { items } = (await agent.get('/api/tickets?view=all')).json()
    expect(items).toMatchObject([{ contact: { address: '+12025550123' } }])
  })
})

describe('Settings > System', () => {
  const proxyOf = async ({ owner }: { owner: { get(url: string): Promise<{ json(): { proxy: unknown } }> } }) =>
    (await owner.get('/api/system')).json().proxy
  const come = ({ app }: TestDesk, remoteAddress: string, headers: Headers) =>
    app.inject({ url: '/api/setup', headers: { host: HOST, ...headers }, remoteAddress })

  it('says nothing while nothing is wrong', async () => {
    const desk = await openDesk({ env: { PUBLIC_URL } })
    for (let request = 0; request < 30; request++) await come(desk, '127.0.0.1', { 'x-forwarded-for': '192.0.2.7' })
    expect(await proxyOf(desk)).toBeNull()
    const alone = await openDesk()
    expect(await proxyOf(alone)).toBeNull()
  })

  it('names the line to set when a proxy is not believed', async () => {
    const desk = await openDesk({ env: { PUBLIC_URL, TRUST_PROXY: '10.0.0.7' } })
    await come(desk, '::ffff:10.0.0.8', { 'x-forwarded-for': '192.0.2.7' })
    expect(await proxyOf(desk)).toMatchObject({
      sentence: expect.stringContaining('10.0.0.8'),
      cure: expect.stringContaining('TRUST_PROXY=10.0.0.7,10.0.0.8'),
    })
  })

  it('does not ask to believe a stranger from the internet who sends such a header', async () => {
    const desk = await openDesk({ env: { HOST: '0.0.0.0' } })
    await come(desk, '203.0.113.9', { host: '192.0.2.1', 'x-forwarded-for': '192.0.2.7' })
    expect(await proxyOf(desk)).toBeNull()
  })

  it('names the line when PUBLIC_URL is https, the desk is open to the network and no proxy is named', async () => {
    const desk = await openDesk({ env: { PUBLIC_URL, HOST: '0.0.0.0' } })
    expect(await proxyOf(desk)).toMatchObject({ cure: expect.stringContaining('TRUST_PROXY=') })
  })

  it('says so when all that comes to PUBLIC_URL comes from this computer and does not say whose it is', async () => {
    const desk = await openDesk({ env: { PUBLIC_URL } })
    for (let request = 0; request < 30; request++) await come(desk, '127.0.0.1', {})
    expect(await proxyOf(desk)).toMatchObject({ cure: expect.stringContaining('X-Forwarded-For') })
    await come(desk, '127.0.0.1', { 'x-forwarded-for': '192.0.2.7' })
    expect(await proxyOf(desk)).toBeNull()
  })
})
