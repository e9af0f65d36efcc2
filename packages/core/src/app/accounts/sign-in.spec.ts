import { beforeEach, describe, expect, it } from 'vitest'
import { PASSWORD, PeopleDesk, VISITOR } from '../../../testing/people-desk.ts'
import { refusalOf } from '../../../testing/test-desk.ts'
import { ChangeAgent } from './change-agent.ts'
import { SignIn } from './sign-in.ts'
import { signInWaitMs } from './sign-in-delay.ts'
import { SignOut } from './sign-out.ts'

let desk: PeopleDesk

beforeEach(async () => {
  desk = await PeopleDesk.open()
})

describe('SignIn', () => {
  it('lets in who knows the password, whatever the case of the e-mail', async () => {
    expect(await desk.whoIs(await desk.signIn(' ANA@example.com '))).toBe('Ana')
    expect(await desk.audited()).toEqual(['agent.signed-in'])
  })

  it('refuses a wrong password, an e-mail nobody has, an invited and a disabled agent in the same words', async () => {
    const { owner, agent } = desk
    const invited = await desk.add({ ...agent, id: 'invited', email: 'ivo@example.com', passwordHash: null })
    await new ChangeAgent(desk.deps).execute({ agentId: owner.id, subjectId: agent.id, disabled: true })
    const refusals = await Promise.all([
      desk.signIn(owner.email, 'wrong').catch(String),
      desk.signIn('nobody@example.com').catch(String),
      desk.signIn(invited.email).catch(String),
      desk.signIn(agent.email).catch(String),
    ])
    expect(new Set(refusals).size).toBe(1)
    expect(await refusalOf(desk.signIn('nobody@example.com'))).toBe('sign-in-refused')
  })

  it('does the same work for an e-mail nobody has as for a wrong password', async () => {
    const verified: string[] = []
    const { passwordHasher } = desk.deps
    const counting = {
      hash: (password: string) => passwordHasher.hash(password),
      verify: (hash: string, password: string) => {
        verified.push(password)
        return passwordHasher.verify(hash, password)
      },
    }
    const signIn = new SignIn({ ...desk.deps, passwordHasher: counting })
    for (const email of ['nobody@example.com', desk.agent.email]) {
      await refusalOf(signIn.execute({ ...VISITOR, email, password: `wrong for ${email}`, previousToken: null }))
    }
    expect(verified).toEqual(['wrong for nobody@example.com', `wrong for ${desk.agent.email}`])
  })

  it('ends the session the browser had before', async () => {
    const previousToken = await desk.signIn(desk.agent.email)
    const elsewhere = await desk.signIn(desk.agent.email)
    const input = { ...VISITOR, email: desk.agent.email, password: PASSWORD, previousToken }
    const { token } = await new SignIn(desk.deps).execute(input)
    expect(await desk.whoIs(previousToken)).toBeNull()
    expect(await desk.whoIs(token)).toBe('Ana')
    expect(await desk.whoIs(elsewhere)).toBe('Ana')
  })
})

describe('SignIn, when somebody guesses', () => {
  const guess = (email: string, address?: string) => refusalOf(desk.signIn(email, 'wrong', address))

  it('lets them wait longer and longer for one account, wherever they come from', async () => {
    const waits: number[] = []
    for (let attempt = 0; attempt < 12; attempt++) {
      expect(await guess(desk.agent.email, `192.0.2.${attempt}`)).toBe('sign-in-refused')
      waits.push(await secondsToWait(desk.agent.email))
      desk.clock.advance((waits.at(-1) ?? 0) * 1000)
    }
    expect(waits).toEqual([0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60])
  })

  it('slows one address down across accounts', async () => {
    for (let attempt = 0; attempt < 10; attempt++) await guess(`nobody-${attempt}@example.com`)
    expect(await refusalOf(desk.signIn(desk.agent.email))).toBe('sign-in-delayed')
    expect(await refusalOf(desk.signIn(desk.agent.email, PASSWORD, '192.0.2.99'))).toBe('done')
  })

  it('counts guesses that come all at once', async () => {
    const refusals = await Promise.all(Array.from({ length: 20 }, () => guess(desk.agent.email)))
    expect(refusals.filter((code) => code === 'sign-in-refused')).toHaveLength(3)
    expect(refusals.filter((code) => code === 'sign-in-delayed')).toHaveLength(17)
  })

  it('does not even look at the right password before the wait is over, then takes it and forgets the failures', async () => {
    for (let attempt = 0; attempt < 3; attempt++) await guess(desk.agent.email)
    expect(await refusalOf(desk.signIn(desk.agent.email))).toBe('sign-in-delayed')
    desk.clock.advance(1000)
    expect(await refusalOf(desk.signIn(desk.agent.email))).toBe('done')
    expect(await guess(desk.agent.email)).toBe('sign-in-refused')
    expect(await secondsToWait(desk.agent.email)).toBe(0)
  })

  it('forgets failures after an hour', async () => {
    for (let attempt = 0; attempt < 3; attempt++) await guess(desk.agent.email)
    desk.clock.advance(3_600_000)
    expect(await guess(desk.agent.email)).toBe('sign-in-refused')
    expect(await secondsToWait(desk.agent.email)).toBe(0)
  })

  /** Looked up, not tried: an attempt would count. */
  async function secondsToWait(email: string): Promise<number> {
    const failures = await desk.memory.unitOfWork.run(({ signInFailures }) => signInFailures.find(`account:${email}`))
    return signInWaitMs(failures, 2, desk.clock.now()) / 1000
  }
})

describe('SignOut', () => {
  it('ends this session alone, and may be asked twice', async () => {
    const [token, other] = [await desk.signIn(desk.agent.email), await desk.signIn(desk.agent.email)]
    const signOut = new SignOut(desk.deps)
    await signOut.execute({ token })
    await signOut.execute({ token })
    expect(await desk.whoIs(token)).toBeNull()
    expect(await desk.whoIs(other)).toBe('Ana')
    expect(desk.changes).toEqual([{ kind: 'agent', agentId: desk.agent.id }])
  })
})
