import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import type { DeskApp } from '../src/http/route.ts'
import { type AccessRule, guardRoutes } from '../src/http/session/access.ts'
import { AGENT, OWNER, openDesk, PASSWORD, type PeopledDesk, VISITOR } from './support/open-desk.ts'

const visitors = ['anonymous', 'agent', 'owner'] as const
type Visitor = (typeof visitors)[number]

describe('access to the API', () => {
  it('is granted route by route as each one says, to anonymous, agent and owner', async () => {
    const desk = await openDesk()
    const found: string[] = []
    const expected: string[] = []
    for (const rule of desk.app.accessRules) {
      for (const visitor of visitors) {
        found.push(`${rule.method} ${rule.url} ${visitor}: ${await verdict(desk, rule, visitor)}`)
        expected.push(`${rule.method} ${rule.url} ${visitor}: ${verdictBy(rule, visitor)}`)
      }
    }
    expect(found.length).toBeGreaterThan(100)
    expect(found).toEqual(expected)
  })

  it('is open to strangers nowhere but here', async () => {
    const { app } = await openDesk()
    const open = app.accessRules.filter(({ access, method }) => access === 'public' && method !== 'HEAD')
    expect(open.map(({ method, url }) => `${method} ${url}`).sort()).toEqual([
      'DELETE /api/session',
      'GET /api/invites/:token',
      'GET /api/openapi.json',
      'GET /api/setup',
      'GET /healthz',
      'GET /metrics',
      'GET /readyz',
      'GET /webhook',
      'GET /webhooks/messagebird',
      'GET /webhooks/messagebird/status',
      'GET /webhooks/probe/:token',
      'POST /api/session',
      'POST /api/setup',
      'POST /webhook',
      'POST /webhooks/messagebird',
      'POST /webhooks/messagebird/status',
      'PUT /api/invites/:token',
    ])
  })

  it('has to be decided for every route: one that says nothing stops the start', async () => {
    const { api } = await openDesk()
    const app = Fastify() as unknown as DeskApp
    guardRoutes(app, api)
    expect(() => app.get('/api/new', async () => 'secret')).toThrow('GET /api/new does not say who may call it')
  })
})

function verdictBy({ access }: AccessRule, visitor: Visitor): string {
  if (access === 'public') return 'in'
  if (visitor === 'anonymous') return 'not-signed-in'
  return access === 'owner' && visitor === 'agent' ? 'not-allowed' : 'in'
}

/** Whether the route's own code was reached, or what stopped the request before. */
async function verdict({ app, api }: PeopledDesk, { method, url }: AccessRule, visitor: Visitor): Promise<string> {
  const { email } = visitor === 'owner' ? OWNER : AGENT
  const attempt = { email, password: PASSWORD, previousToken: null, ...VISITOR }
  const token = visitor === 'anonymous' ? 'invented' : (await api.signIn.execute(attempt)).token
  const headers = { host: 'localhost:8080', 'sec-fetch-site': 'same-origin', cookie: `textdesk_session=${token}` }
  // As a stream: the one of events never ends by itself.
  const response = await app.inject({ method: method as 'GET', url: fillIn(url), headers, payloadAsStream: true })
  response.stream().destroy()
  const byItself = url.startsWith('/webhook') ? 'in' : null
  if (response.statusCode === 401) return byItself ?? 'not-signed-in'
  return response.statusCode === 403 ? 'not-allowed' : 'in'
}

function fillIn(url: string): string {
  return url
    .replace(':number', url.includes('/phones/') ? '%2B12025550101' : '1')
    .replace(':token', 'invented-token')
    .replace(':id', 'nobody')
}
