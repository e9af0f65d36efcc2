import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { holdDatabase } from './support/hold-database.ts'
import { OWNER, openDesk, openEmptyDesk } from './support/open-desk.ts'

const host = 'localhost:8080'
const json = { 'content-type': 'application/json' }

describe('every refusal', () => {
  it.each([
    ['a path nobody knows', 'GET', '/api/nothing', '', {}, 404, 'not-found'],
    ['a method nobody knows', 'PUT', '/api/session', '', {}, 404, 'not-found'],
    ['a body that is no JSON', 'POST', '/api/session', '{"email":', json, 400, 'invalid-input'],
    ['an empty body', 'POST', '/api/session', '', json, 400, 'invalid-input'],
    [
      'a body that would change prototypes',
      'POST',
      '/api/session',
      '{"__proto__":{"x":1}}',
      json,
      400,
      'invalid-input',
    ],
    [
      'a body in another language',
      'POST',
      '/api/session',
      '<a/>',
      { 'content-type': 'text/xml' },
      415,
      'unsupported-media-type',
    ],
    ['a body that is too large', 'POST', '/api/session', `"${'a'.repeat(70_000)}"`, json, 413, 'too-large'],
    ['a path that cannot be read', 'GET', '/api/%zz', '', {}, 400, 'invalid-input'],
    ['no session', 'GET', '/api/agents', '', {}, 401, 'not-signed-in'],
  ])('of %s is a problem document', async (_, method, url, payload, headers, status, code) => {
    const { app } = await openDesk()
    const own = { host, 'sec-fetch-site': 'same-origin', ...headers }
    const response = await app.inject({ method: method as 'GET', url, headers: own, payload })
    expect(response.statusCode).toBe(status)
    expect(response.headers['content-type']).toBe('application/problem+json')
    const problem = response.json()
    expect(problem).toMatchObject({
      type: 'about:blank',
      status,
      code,
      title: expect.any(String),
      detail: expect.stringMatching(/\.$/),
    })
    expect(problem.requestId).toBe(response.headers['x-request-id'])
  })

  it('takes back too many requests and says when to come again', async () => {
    const { agent } = await openDesk({ app: { requestsPerMinute: 4 } })
    const statuses: number[] = []
    for (let request = 0; request < 5; request++) statuses.push((await agent.get('/api/agents')).statusCode)
    expect(statuses).toEqual([200, 200, 200, 200, 429])
    const refused = await agent.get('/api/agents')
    expect(refused.json()).toMatchObject({ code: 'too-many-requests', retryAfterSeconds: expect.any(Number) })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  })

  it('says in good time that nothing can be stored, and works again afterwards', async () => {
    const { database, visitor } = await openDesk()
    const release = await holdDatabase(database.url)
    const started = performance.now()
    const refused = await visitor().post('/api/session', OWNER_SIGN_IN)
    // A statement of PostgreSQL may rightly take longer than a file may.
    expect(performance.now() - started).toBeLessThan(inject('postgres') ? 10_000 : 3_000)
    expect([refused.statusCode, refused.json().code]).toEqual([503, 'storage-unavailable'])
    expect(refused.headers['retry-after']).toBeDefined()
    await release()
    expect((await visitor().post('/api/session', OWNER_SIGN_IN)).statusCode).toBe(200)
  })
})

const OWNER_SIGN_IN = { email: OWNER.email, password: OWNER.password }

describe('the page', () => {
  it('is sent for every path that is not for programs, and asked for again each time', async () => {
    const { app } = await openDesk({ app: { webFolder: aBuiltPage() } })
    for (const url of ['/', '/login', '/inbox/waiting/42?x=1', '/invite/some-token', '/webhooked']) {
      const page = await app.inject({ url, headers: { host } })
      expect([page.statusCode, page.body, page.headers['cache-control']]).toEqual([
        200,
        '<title>Textdesk</title>',
        'no-cache',
      ])
    }
    for (const url of ['/api', '/api/nothing', '/assets', '/assets/', '/assets/gone.js', '/webhooks/other']) {
      expect((await app.inject({ url, headers: { host } })).statusCode).toBe(404)
    }
    const admin = await app.inject({ url: '/admin', headers: { host } })
    expect([admin.statusCode, admin.headers['location']]).toEqual([302, '/'])
  })

  it('opens while the desk is overloaded and turns requests away; texts are taken', async () => {
    // Any event loop is later than this.
    const { app } = await openEmptyDesk({ app: { webFolder: aBuiltPage(), mostLoopDelayMs: 1e-6 } })
    const ask = (url: string) => app.inject({ url, headers: { host } })
    await expect.poll(async () => (await ask('/api/setup')).json().code, { timeout: 5_000 }).toBe('overloaded')
    expect((await ask('/api/setup')).statusCode).toBe(503)
    for (const url of ['/', '/assets/index-abc123.js', '/healthz']) expect((await ask(url)).statusCode).toBe(200)
    expect((await ask('/webhook?originator=12025550123&payload=Hello')).body).toBe('OK')
  })

  it('has files that never change, since their names do', async () => {
    const { app } = await openDesk({ app: { webFolder: aBuiltPage() } })
    const asset = await app.inject({ url: '/assets/index-abc123.js', headers: { host } })
    expect([asset.statusCode, asset.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
  })

  it('lets no inline script run, nor anything from elsewhere', async () => {
    const { app } = await openDesk({ app: { webFolder: aBuiltPage() } })
    const { headers } = await app.inject({ url: '/', headers: { host } })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';style-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })

  it('says what to do when it was not built', async () => {
    const { app } = await openDesk({ app: { webFolder: join(tmpdir(), 'textdesk-no-such-folder') } })
    expect((await app.inject({ url: '/', headers: { host } })).json()).toMatchObject({
      code: 'page-not-built',
      status: 404,
    })
  })

  function aBuiltPage(): string {
    const folder = mkdtempSync(join(tmpdir(), 'textdesk-page-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), '<title>Textdesk</title>')
    writeFileSync(join(folder, 'assets', 'index-abc123.js'), '')
    return folder
  }
})

describe('the API', () => {
  it('describes itself as OpenAPI 3.1, every route with its refusals', async () => {
    const { app } = await openDesk()
    const description = (await app.inject({ url: '/api/openapi.json', headers: { host } })).json()
    expect(description.openapi).toBe('3.1.0')
    const { post } = description.paths['/api/agents']
    expect(post.requestBody.content['application/json'].schema.properties.role).toBeDefined()
    expect(post.security).toEqual([{ session: [] }])
    expect(Object.keys(post.responses).sort()).toEqual(['201', 'default'])
    expect(post.responses.default.content['application/problem+json'].schema.required).toContain('requestId')
    const described = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method} ${path}`),
    )
    const registered = app.accessRules
      .filter(({ method }) => method !== 'HEAD')
      .map(({ method, url }) => `${method.toLowerCase()} ${url.replace(/:(\w+)/g, '{$1}')}`)
    expect(described.sort()).toEqual(registered.filter((route) => route !== 'get /api/openapi.json').sort())
  })

  it('has a page to read that, under the same policy', async () => {
    const { app } = await openDesk()
    const page = await app.inject({ url: '/api/docs', headers: { host } })
    expect(page.headers['content-type']).toContain('text/html')
    expect(page.body).not.toMatch(/<script(?![^>]*src=)|<style|style="/)
    const sources = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '')
    expect(sources.length).toBeGreaterThan(3)
    for (const url of sources) expect((await app.inject({ url, headers: { host } })).statusCode).toBe(200)
  })

  it('is never cached, by browsers or on the way', async () => {
    const { agent } = await openDesk()
    expect((await agent.get('/api/agents')).headers['cache-control']).toBe('no-store')
  })

  it('writes one line a request, without numbers, texts, queries and secrets', async () => {
    const lines: string[] = []
    const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) })
    const { agent } = await openDesk({ app: { log } })
    lines.length = 0
    const answer = await agent.get('/api/simulator/phones/%2B12025550101/messages?secret=query')
    await agent.post('/api/session', { email: 'ana@example.com', password: 'wrong password' })
    const [first, second, ...more] = lines.map((line) => JSON.parse(line))
    expect(more).toEqual([])
    expect(first).toMatchObject({
      method: 'GET',
      route: '/api/simulator/phones/:number/messages',
      status: answer.statusCode,
      requestId: answer.headers['x-request-id'],
    })
    expect(second).toMatchObject({ method: 'POST', route: '/api/session', status: 401 })
    expect(lines.join()).not.toMatch(/12025550101|query|ana@|wrong password|textdesk_session/)
  })
})
