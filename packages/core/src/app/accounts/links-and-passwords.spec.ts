import { beforeEach, describe, expect, it } from 'vitest'
import { PASSWORD, PeopleDesk, VISITOR } from '../../../testing/people-desk.ts'
import { refusalOf } from '../../../testing/test-desk.ts'
import { INVITE_MS, RESET_MS } from '../../domain/agent/invite.ts'
import { AcceptInvite } from './accept-invite.ts'
import { ChangeAgent } from './change-agent.ts'
import { ChangeOwnPassword } from './change-own-password.ts'
import { InviteAgent } from './invite-agent.ts'
import { MakeAgentLink } from './make-agent-link.ts'
import { ReadInvite } from './read-invite.ts'

let desk: PeopleDesk

beforeEach(async () => {
  desk = await PeopleDesk.open()
})

const invite = (email = ' Ivo@Example.com ', agentId = desk.owner.id) =>
  new InviteAgent(desk.deps).execute({ agentId, name: ' Ivo ', email, role: 'agent' })
const accept = (token: string, password = 'a password of his own') =>
  new AcceptInvite(desk.deps).execute({ token, password, visitor: VISITOR })
const read = (token: string) => new ReadInvite(desk.deps).execute({ token })

const link = (subjectId: string, agentId = desk.owner.id) =>
  new MakeAgentLink(desk.deps).execute({ agentId, subjectId })

describe('a new link', () => {
  it('takes the place of an invite that was lost', async () => {
    const { agent, token } = await invite()
    const again = await link(agent.id)
    expect(again.expiresAt).toBe(desk.clock.now() + INVITE_MS)
    expect(await refusalOf(read(token))).toBe('invite-invalid')
    expect(await desk.whoIs((await accept(again.token)).token)).toBe('Ivo')
    expect(await desk.audited()).toEqual(['agent.invited', 'agent.link-made', 'invite.accepted'])
  })

  it('lets somebody in who forgot the password, and throws nobody out before it is used', async () => {
    const before = await desk.signIn('ana@example.com')
    const { token, expiresAt } = await link(desk.agent.id)
    expect(expiresAt).toBe(desk.clock.now() + RESET_MS)
    expect(await desk.whoIs(before)).toBe('Ana')
    await desk.signIn('ana@example.com')
    await accept(token, 'quite another phrase')
    expect(await desk.whoIs(before)).toBeNull()
    expect(await desk.whoIs(await desk.signIn('ana@example.com', 'quite another phrase'))).toBe('Ana')
    expect(await refusalOf(desk.signIn('ana@example.com'))).toBe('sign-in-refused')
  })

  it('is made by owners alone, for whoever may come in', async () => {
    expect(await refusalOf(link(desk.owner.id, desk.agent.id))).toBe('not-allowed')
    expect(await refusalOf(link('nobody'))).toBe('not-found')
    await new ChangeAgent(desk.deps).execute({ agentId: desk.owner.id, subjectId: desk.agent.id, disabled: true })
    expect(await refusalOf(link(desk.agent.id))).toBe('not-allowed')
  })
})

describe('a password', () => {
  it.each(['1234567890', 'ivo@example.com', 'Textdesk'])(
    'is refused when it is %s, and the link stays good',
    async (weak) => {
      const { token } = await invite()
      expect(await refusalOf(accept(token, weak))).toBe('password-weak')
      await expect(accept(token, weak)).rejects.toThrow(
        /would soon be guessed\. It is ".*"\. Choose three or four words/,
      )
      expect(await refusalOf(accept(token))).toBe('done')
    },
  )

  it('is judged when it is changed', async () => {
    const change = (newPassword: string) =>
      new ChangeOwnPassword(desk.deps).execute({
        agentId: desk.agent.id,
        sessionDigest: 'd',
        deviceToken: null,
        currentPassword: PASSWORD,
        newPassword,
      })
    expect(await refusalOf(change('ana@example.com'))).toBe('password-weak')
    expect(await refusalOf(change('quite another phrase'))).toBe('done')
  })
})

describe('an e-mail address', () => {
  const COMPOSED = 'jos\u00e9@example.com'
  const DECOMPOSED = 'jose\u0301@example.com'

  it.each([COMPOSED, DECOMPOSED])('is one, however it is composed: %j', async (invited) => {
    const { token } = await invite(invited)
    await accept(token)
    expect(await refusalOf(invite(COMPOSED))).toBe('email-taken')
    for (const form of [COMPOSED, DECOMPOSED, ` ${DECOMPOSED.toUpperCase()} `])
      expect(await desk.whoIs(await desk.signIn(form, 'a password of his own'))).toBe('Ivo')
  })

  it.each(['i\u200Bvo@example.com', 'i\u0000vo@example.com', 'ivo@exam\u00ADple.com', '\u202Eivo@example.com'])(
    'is refused with what nobody sees in it: %j',
    async (email) => {
      expect(await refusalOf(invite(email))).toBe('invalid-input')
    },
  )

  it.each([DECOMPOSED, 'an\u200Ba@example.org'])('of an earlier version goes on working: %j', async (email) => {
    await desk.add({ ...desk.agent, id: 'old', email })
    expect(await desk.whoIs(await desk.signIn(email))).toBe('Ana')
    expect(await desk.whoIs(await desk.signIn(email.normalize('NFC')))).toBe('Ana')
    expect(await refusalOf(invite(email))).not.toBe('done')
  })

  it('stands beside a name without control characters', async () => {
    const named = new InviteAgent(desk.deps).execute({
      agentId: desk.owner.id,
      name: 'I\u0000vo',
      email: 'i@example.com',
      role: 'agent',
    })
    expect(await refusalOf(named)).toBe('invalid-input')
  })
})
