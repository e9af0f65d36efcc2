import { beforeEach, describe, expect, it } from 'vitest'
import { PASSWORD, PeopleDesk, VISITOR } from '../../../testing/people-desk.ts'
import { refusalOf } from '../../../testing/test-desk.ts'
import { isCancelledInvite } from '../../domain/agent/agent.ts'
import { INVITE_MS, RESET_MS } from '../../domain/agent/invite.ts'
import { AcceptInvite } from './accept-invite.ts'
import { ChangeAgent } from './change-agent.ts'
import { InviteAgent } from './invite-agent.ts'
import { ReadInvite } from './read-invite.ts'
import { ResetPassword } from './reset-password.ts'

let desk: PeopleDesk

beforeEach(async () => {
  desk = await PeopleDesk.open()
})

const invite = (email = ' Ivo@Example.com ', agentId = desk.owner.id) =>
  new InviteAgent(desk.deps).execute({ agentId, name: ' Ivo ', email, role: 'agent' })
const accept = (token: string, password = 'a password of his own') =>
  new AcceptInvite(desk.deps).execute({ token, password, visitor: VISITOR })
const disable = (subjectId: string) =>
  new ChangeAgent(desk.deps).execute({ agentId: desk.owner.id, subjectId, disabled: true })
const read = (token: string) => new ReadInvite(desk.deps).execute({ token })

describe('an invite', () => {
  it('lets an agent choose a password and come in', async () => {
    const { token, expiresAt } = await invite()
    expect(expiresAt).toBe(desk.clock.now() + INVITE_MS)
    expect(await read(token)).toMatchObject({ name: 'Ivo', email: 'ivo@example.com' })
    const session = await accept(token)
    expect(await desk.whoIs(session.token)).toBe('Ivo')
    expect(await desk.whoIs(await desk.signIn('ivo@example.com', 'a password of his own'))).toBe('Ivo')
    expect(await desk.audited()).toEqual(['agent.invited', 'invite.accepted', 'agent.signed-in'])
  })

  it('works once, also for two at the same moment', async () => {
    const { token } = await invite()
    const refusals = await Promise.all([refusalOf(accept(token)), refusalOf(accept(token))])
    expect(refusals.sort()).toEqual(['done', 'invite-invalid'])
    expect(await refusalOf(read(token))).toBe('invite-invalid')
  })

  it('ends after seven days', async () => {
    const { token } = await invite()
    desk.clock.advance(INVITE_MS - 1)
    expect(await refusalOf(read(token))).toBe('done')
    desk.clock.advance(1)
    expect(await refusalOf(read(token))).toBe('invite-invalid')
    expect(await refusalOf(accept(token))).toBe('invite-invalid')
  })

  it('is replaced by a newer one for the same person', async () => {
    const [first, second] = [await invite(), await invite('ivo@example.com')]
    expect(second.agent.id).toBe(first.agent.id)
    expect(await refusalOf(accept(first.token))).toBe('invite-invalid')
    expect(await refusalOf(accept(second.token))).toBe('done')
  })

  it('is for owners to give, and not for an e-mail in use', async () => {
    expect(await refusalOf(invite('ivo@example.com', desk.agent.id))).toBe('not-allowed')
    expect(await refusalOf(invite(desk.agent.email))).toBe('email-taken')
  })

  it('is cancelled by disabling who has never joined, and can be given again', async () => {
    const { token, agent } = await invite()
    await disable(agent.id)
    expect(await refusalOf(accept(token))).toBe('invite-invalid')
    expect(isCancelledInvite((await desk.find(agent.id)) ?? expect.fail('gone'))).toBe(true)
    const again = await invite()
    expect(again.agent.id).toBe(agent.id)
    expect(await refusalOf(accept(again.token))).toBe('done')
    expect(await desk.audited()).toEqual(['agent.invited', 'invite.cancelled', 'agent.invited', 'invite.accepted'])
  })

  it('is not what whoever has joined has, also while a new password is awaited', async () => {
    const { token, agent } = await invite()
    await accept(token)
    await new ResetPassword(desk.deps).execute({ email: 'ivo@example.com' })
    expect(await refusalOf(invite())).toBe('email-taken')
    await disable(agent.id)
    expect(isCancelledInvite((await desk.find(agent.id)) ?? expect.fail('gone'))).toBe(false)
    expect(await refusalOf(invite())).toBe('email-taken')
    expect((await desk.audited()).at(-1)).toBe('agent.disabled')
  })

  it('refuses an invented link', async () => {
    expect(await refusalOf(read('token-invented'))).toBe('invite-invalid')
  })
})

describe('ResetPassword', () => {
  const reset = (email: string) => new ResetPassword(desk.deps).execute({ email })

  it('ends the old password and every session, and gives a link for a new one', async () => {
    const session = await desk.signIn(desk.owner.email)
    const { token, expiresAt } = await reset(' OLGA@example.com ')
    expect(expiresAt).toBe(desk.clock.now() + RESET_MS)
    expect(await desk.whoIs(session)).toBeNull()
    expect(await refusalOf(desk.signIn(desk.owner.email, PASSWORD))).toBe('sign-in-refused')
    await accept(token, 'a new password')
    expect(await desk.whoIs(await desk.signIn(desk.owner.email, 'a new password'))).toBe('Olga')
    expect((await desk.find(desk.owner.id))?.role).toBe('owner')
  })

  it('knows only enabled agents of the desk', async () => {
    expect(await refusalOf(reset('nobody@example.com'))).toBe('not-found')
    await disable(desk.agent.id)
    expect(await refusalOf(reset(desk.agent.email))).toBe('not-allowed')
  })
})
