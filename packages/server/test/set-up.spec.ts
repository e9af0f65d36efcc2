import { useCases } from '@textdesk/core'
import { describe, expect, it } from 'vitest'
import { OWNER, openEmptyDesk } from './support/open-desk.ts'

const PUBLIC_URL = 'https://desk.example.org'
const outside = { host: 'desk.example.org', origin: PUBLIC_URL }

describe('set-up', () => {
  it('asks for no code at the machine itself, and works once', async () => {
    const { visitor } = await openEmptyDesk()
    const browser = visitor()
    expect((await browser.get('/api/setup')).json()).toEqual({ required: true, codeRequired: false })
    const done = await browser.post('/api/setup', OWNER)
    expect(done.statusCode).toBe(201)
    expect(done.json()).toMatchObject({
      agent: { name: 'Olga', role: 'owner', state: 'active' },
      desk: { simulated: true },
    })
    expect((await browser.get('/api/session')).statusCode).toBe(200)
    expect((await browser.get('/api/setup')).json()).toEqual({ required: false, codeRequired: false })
    const again = await visitor().post('/api/setup', OWNER)
    expect([again.statusCode, again.json().code]).toEqual([409, 'already-set-up'])
  })

  it.each([
    ['a tunnel that ends here', { 'x-forwarded-for': '192.0.2.7' }],
    ['another proxy', { forwarded: 'for=192.0.2.7' }],
    ['the public address', outside],
  ])('asks for the code through %s', async (_, headers: Record<string, string>) => {
    const { visitor, container } = await openEmptyDesk({ env: { PUBLIC_URL } })
    const { code } = await container.resolve(useCases.prepareSetUp).execute()
    const browser = visitor()
    expect((await browser.get('/api/setup', headers)).json()).toEqual({ required: true, codeRequired: true })
    for (const wrong of [OWNER, { ...OWNER, code: 'AAAA-AAAA' }]) {
      const refused = await browser.post('/api/setup', wrong, headers)
      expect([refused.statusCode, refused.json().code]).toEqual([403, 'set-up-code-wrong'])
    }
    expect((await browser.post('/api/setup', { ...OWNER, code }, headers)).statusCode).toBe(201)
  })

  it('asks a socket that is not loopback for the code, whatever its Host says', async () => {
    const { app } = await openEmptyDesk()
    const request = {
      method: 'GET',
      url: '/api/setup',
      remoteAddress: '192.0.2.7',
      headers: { host: 'localhost:8080' },
    } as const
    expect((await app.inject(request)).json()).toEqual({ required: true, codeRequired: true })
  })

  it('waives the code for no request of a page from elsewhere', async () => {
    const { app } = await openEmptyDesk({ env: { PUBLIC_URL } })
    const headers = { host: 'localhost:8080', 'sec-fetch-site': 'same-origin', origin: PUBLIC_URL }
    const refused = await app.inject({ method: 'POST', url: '/api/setup', headers, payload: OWNER })
    expect(refused.json().code).toBe('set-up-code-wrong')
    const { origin: _, ...withoutOrigin } = headers
    const alsoRefused = await app.inject({ method: 'POST', url: '/api/setup', headers: withoutOrigin, payload: OWNER })
    expect(alsoRefused.json().code).toBe('set-up-code-wrong')
  })

  it.each([
    [{ ...OWNER, password: 'too short' }, '"password" must not have fewer than 10 characters.'],
    [{ ...OWNER, email: 'olga' }, '"email" does not have the expected form.'],
    [{ ...OWNER, role: 'agent' }, '"role" is not known here.'],
    [{ name: 'Olga', email: 'olga@example.com' }, '"password" is missing.'],
  ])('refuses %j and names the field', async (body, detail) => {
    const { visitor } = await openEmptyDesk()
    const refused = await visitor().post('/api/setup', body)
    expect(refused.statusCode).toBe(400)
    expect(refused.json()).toMatchObject({ code: 'invalid-input', detail })
  })
})
