import { describe, expect, it } from 'vitest'
import { AGENT, invitePath, OWNER, openDesk, PASSWORD } from './support/open-desk.ts'
import { WiredDesk } from './support/wired-desk.ts'

const HOUR = 3_600_000
const signInAsAna = { email: AGENT.email, password: PASSWORD }

describe('sessions', () => {
  it('sign in, tell who is there, sign out', async () => {
    const { visitor } = await openDesk()
    const browser = visitor()
    expect((await browser.get('/api/session')).json()).toMatchObject({ status: 401, code: 'not-signed-in' })
    expect((await browser.post('/api/session', { ...signInAsAna, email: ' ANA@example.com' })).statusCode).toBe(200)
    expect((await browser.get('/api/session')).json()).toMatchObject({
      agent: { name: 'Ana', email: 'ana@example.com', role: 'agent', state: 'active' },
      desk: { simulated: true, unsignedWebhooks: false },
    })
    const cookie = browser.cookie ?? ''
    expect((await browser.delete('/api/session')).statusCode).toBe(204)
    expect(browser.cookie).not.toContain('textdesk_session')
    expect((await visitor().get('/api/session', { cookie })).statusCode).toBe(401)
  })

  it('keep the token out of reach of scripts and other sites', async () => {
    const { visitor } = await openDesk()
    const { headers } = await visitor().post('/api/session', signInAsAna)
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(/^textdesk_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/),
      expect.stringMatching(/^textdesk_device=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/),
    ])
  })

  it.each([
    ['http on this computer', { host: 'localhost:8080', origin: 'http://localhost:8080' }, false],
    ['the public address behind a tunnel', { host: 'desk.example.org', origin: 'https://desk.example.org' }, true],
  ])('have a cookie that fits %s', async (_, headers: Record<string, string>, secure) => {
    const { visitor } = await openDesk({ env: { PUBLIC_URL: 'https://desk.example.org' } })
    const signedIn = await visitor().post('/api/session', signInAsAna, headers)
    expect(String(signedIn.headers['set-cookie']).includes('Secure')).toBe(secure)
  })

  it('get a new token at every sign-in, and the old one ends', async () => {
    const { agent, visitor } = await openDesk()
    const before = agent.cookie ?? ''
    await agent.post('/api/session', signInAsAna)
    expect(agent.cookie).not.toBe(before)
    expect((await visitor().get('/api/session', { cookie: before })).statusCode).toBe(401)
  })

  it('end after 12 hours without use and after 30 days in any case', async () => {
    const { agent, visitor, clock } = await openDesk()
    for (let days = 0; days < 60; days++) {
      clock.advance(11.9 * HOUR)
      expect((await agent.get('/api/agents')).statusCode).toBe(200)
    }
    clock.advance(11.9 * HOUR)
    expect((await agent.get('/api/agents')).statusCode).toBe(401)
    await agent.post('/api/session', signInAsAna)
    clock.advance(12 * HOUR)
    expect((await agent.get('/api/agents')).statusCode).toBe(401)
    expect((await visitor().post('/api/session', signInAsAna)).statusCode).toBe(200)
  })

  it('refuse a wrong password and an e-mail nobody has with the same answer, and slow guessing down', async () => {
    const { visitor, clock } = await openDesk()
    const guess = async (email: string) => {
      const { requestId: _, ...problem } = (await visitor().post('/api/session', { email, password: 'wrong' })).json()
      return problem
    }
    expect(await guess(AGENT.email)).toEqual(await guess('nobody@example.com'))
    await guess(AGENT.email)
    await guess(AGENT.email)
    const delayed = await visitor().post('/api/session', signInAsAna)
    expect(delayed.json()).toMatchObject({ status: 429, code: 'sign-in-delayed', retryAfterSeconds: 1 })
    expect(delayed.headers['retry-after']).toBe('1')
    clock.advance(1000)
    expect((await visitor().post('/api/session', signInAsAna)).statusCode).toBe(200)
  })
})

describe('a new link', () => {
  it('is made by an owner, and lets the agent choose another password', async () => {
    const { owner, agent, visitor } = await openDesk()
    const { items } = (await owner.get('/api/agents')).json()
    const ana = items.find(({ email }: { email: string }) => email === AGENT.email)
    expect((await agent.post(`/api/agents/${ana.id}/link`)).statusCode).toBe(403)
    const made = await owner.post(`/api/agents/${ana.id}/link`)
    expect([made.statusCode, Object.keys(made.json())]).toEqual([201, ['link', 'expiresAt']])
    const path = invitePath(made.json().link)
    const weak = await visitor().put(path, { password: '1234567890' })
    expect([weak.statusCode, weak.json().code]).toEqual([422, 'password-weak'])
    expect(weak.json().detail).toContain('would soon be guessed')
    expect((await visitor().put(path, { password: 'quite another phrase' })).statusCode).toBe(200)
    expect((await agent.get('/api/agents')).statusCode).toBe(401)
  })
})

describe('agents', () => {
  it('come in by a link that works once', async () => {
    const { owner, visitor, config } = await openDesk()
    const invited = await owner.post('/api/agents', { name: 'Ivo', email: 'Ivo@example.com', role: 'owner' })
    expect(invited.statusCode).toBe(201)
    const { agent, inviteUrl, expiresAt } = invited.json()
    expect(agent).toMatchObject({ name: 'Ivo', email: 'ivo@example.com', role: 'owner', state: 'invited' })
    expect(inviteUrl).toMatch(new RegExp(`^${config.publicUrl}/invite/[\\w-]{43}$`))
    expect(expiresAt).toBe('2026-01-12T09:00:00.000Z')

    const ivo = visitor()
    expect((await ivo.get(invitePath(inviteUrl))).json()).toEqual({ name: 'Ivo', email: 'ivo@example.com' })
    expect((await ivo.put(invitePath(inviteUrl), { password: PASSWORD })).json()).toMatchObject({
      agent: { state: 'active' },
    })
    expect((await ivo.get('/api/session')).json()).toMatchObject({ agent: { name: 'Ivo' } })
    for (const answer of [
      await visitor().get(invitePath(inviteUrl)),
      await visitor().put(invitePath(inviteUrl), { password: PASSWORD }),
    ]) {
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'invite-invalid'])
    }
  })

  it('are listed for everybody, and never with a secret', async () => {
    const { agent } = await openDesk()
    const { items } = (await agent.get('/api/agents')).json()
    expect(items.map(({ name }: { name: string }) => name).sort()).toEqual(['Ana', 'Olga'])
    for (const item of items)
      expect(Object.keys(item).sort()).toEqual(['createdAt', 'email', 'id', 'joinedAt', 'name', 'role', 'state'])
  })

  it('leave the list when their invite is cancelled, and can be invited again', async () => {
    const { owner, visitor } = await openDesk()
    const someone = { name: 'Ivo', email: 'ivo@example.com', role: 'agent' }
    const { agent, inviteUrl } = (await owner.post('/api/agents', someone)).json()
    const names = async () =>
      (await owner.get('/api/agents'))
        .json()
        .items.map(({ name }: { name: string }) => name)
        .sort()
    expect([agent.joinedAt, await names()]).toEqual([null, ['Ana', 'Ivo', 'Olga']])
    await owner.patch(`/api/agents/${agent.id}`, { disabled: true })
    expect(await names()).toEqual(['Ana', 'Olga'])
    expect((await visitor().put(invitePath(inviteUrl), { password: PASSWORD })).statusCode).toBe(404)
    const again = (await owner.post('/api/agents', someone)).json()
    expect((await visitor().put(invitePath(again.inviteUrl), { password: PASSWORD })).statusCode).toBe(200)
    expect(await names()).toEqual(['Ana', 'Ivo', 'Olga'])
  })

  it('are out at once when disabled, and back when enabled', async () => {
    const { owner, agent, agentId, visitor } = await openDesk()
    expect((await owner.patch(`/api/agents/${agentId}`, { disabled: true })).json()).toMatchObject({
      state: 'disabled',
    })
    expect((await agent.get('/api/session')).statusCode).toBe(401)
    expect((await visitor().post('/api/session', signInAsAna)).json()).toMatchObject({ code: 'sign-in-refused' })
    expect((await owner.patch(`/api/agents/${agentId}`, { disabled: false })).json()).toMatchObject({ state: 'active' })
    expect((await visitor().post('/api/session', signInAsAna)).statusCode).toBe(200)
  })

  it('hand their tickets over when disabled: the owner is told how many there are', async () => {
    const wired = await WiredDesk.open()
    const { owner, ownerId, agent, agentId } = wired.desk
    for (const from of ['+12025550111', '+12025550112']) await wired.text({ body: 'Hello', from })
    for (const number of [1, 2]) await agent.put(`/api/tickets/${number}/assignee`, { agentId })
    const workload = () => owner.get(`/api/agents/${agentId}/workload`)
    expect((await workload()).json()).toEqual({ openTickets: 2 })
    expect((await agent.get(`/api/agents/${agentId}/workload`)).statusCode).toBe(403)
    const disabled = await owner.patch(`/api/agents/${agentId}`, { disabled: true, ticketsTo: ownerId })
    expect(disabled.json()).toMatchObject({ state: 'disabled' })
    expect((await workload()).json()).toEqual({ openTickets: 0 })
    const mine = (await owner.get('/api/tickets?view=mine')).json()
    expect(mine.items.map(({ number }: { number: number }) => number).sort()).toEqual([1, 2])
    const { items } = (await owner.get('/api/tickets/1/messages')).json()
    expect(items.at(-1)).toMatchObject({ what: 'assigned', actor: { name: 'Olga' }, assignee: { name: 'Olga' } })
  })

  it('keep an owner, know no stranger and share no e-mail', async () => {
    const { owner, ownerId } = await openDesk()
    const refusals = [
      await owner.patch(`/api/agents/${ownerId}`, { disabled: true }),
      await owner.patch(`/api/agents/${ownerId}`, { role: 'agent' }),
      await owner.patch('/api/agents/nobody', { name: 'X' }),
      await owner.post('/api/agents', AGENT),
    ]
    expect(refusals.map((refusal) => [refusal.statusCode, refusal.json().code])).toEqual([
      [409, 'last-owner'],
      [409, 'last-owner'],
      [404, 'not-found'],
      [409, 'email-taken'],
    ])
  })

  it('get an owner rights the moment they become one', async () => {
    const { owner, agent, agentId } = await openDesk()
    const invite = () => agent.post('/api/agents', { name: 'Ivo', email: 'ivo@example.com', role: 'agent' })
    expect((await invite()).json()).toMatchObject({ status: 403, code: 'not-allowed' })
    await owner.patch(`/api/agents/${agentId}`, { role: 'owner' })
    expect((await invite()).statusCode).toBe(201)
  })

  it('change their own password, which ends their other sessions', async () => {
    const { agent, visitor } = await openDesk()
    const elsewhere = visitor()
    await elsewhere.post('/api/session', signInAsAna)
    const change = (currentPassword: string) =>
      agent.put('/api/agents/me/password', { currentPassword, newPassword: 'another long password' })
    expect((await change('wrong')).json()).toMatchObject({ status: 403, code: 'password-wrong' })
    expect((await change(PASSWORD)).statusCode).toBe(204)
    expect((await elsewhere.get('/api/session')).statusCode).toBe(401)
    expect((await agent.get('/api/session')).statusCode).toBe(200)
    expect((await visitor().post('/api/session', { email: OWNER.email, password: PASSWORD })).statusCode).toBe(200)
    expect(
      (await visitor().post('/api/session', { ...signInAsAna, password: 'another long password' })).statusCode,
    ).toBe(200)
  })
})
