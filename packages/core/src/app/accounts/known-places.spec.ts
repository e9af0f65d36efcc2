import { beforeEach, describe, expect, it } from 'vitest'
import { PASSWORD, PeopleDesk } from '../../../testing/people-desk.ts'
import { refusalOf } from '../../../testing/test-desk.ts'
import { ChangeAgent } from './change-agent.ts'
import { ChangeOwnPassword } from './change-own-password.ts'
import { KNOWN_ADDRESS_MS, KNOWN_DEVICE_MS } from './known-places.ts'
import { SignIn } from './sign-in.ts'

const OFFICE = '192.0.2.1'
const ELSEWHERE = '198.51.100.7'
const EMAIL = 'ana@example.com'
const HOUR_MS = 3_600_000

let desk: PeopleDesk
let device: string

beforeEach(async () => {
  desk = await PeopleDesk.open()
  device = (await enter({ networkAddress: '192.0.2.99' })).deviceToken
  // What was learnt of that address is forgotten long before the device is.
  desk.clock.advance(KNOWN_ADDRESS_MS)
})

function enter({
  email = EMAIL,
  password = PASSWORD,
  networkAddress = OFFICE,
  deviceToken = null as string | null,
} = {}) {
  const attempt = { email, password, networkAddress, deviceToken, deviceLabel: null, previousToken: null }
  return new SignIn(desk.deps).execute(attempt)
}

const codeOf = (attempt: Parameters<typeof enter>[0]) => refusalOf(enter(attempt))
const guess = (attempt: Parameters<typeof enter>[0] = {}) =>
  codeOf({ networkAddress: ELSEWHERE, ...attempt, password: 'wrong' })

describe('a device that its agent has signed in on', () => {
  it('lets the right password in after 180 s of guessing, from wherever that came', async () => {
    for (let second = 0; second < 180; second++) {
      for (const networkAddress of [OFFICE, `198.51.100.${second}`]) await guess({ networkAddress })
      desk.clock.advance(1_000)
      if (second % 20 === 19) expect(await codeOf({ deviceToken: device })).toBe('done')
    }
    await guess({ networkAddress: OFFICE })
    expect(await codeOf({ networkAddress: OFFICE })).toBe('sign-in-delayed')
    expect(await codeOf({ networkAddress: OFFICE, deviceToken: device })).toBe('done')
  })

  it('does not let others guess faster by signing in meanwhile', async () => {
    let looked = 0
    for (let second = 0; second < 3_600; second++) {
      if (second % 60 === 0) await enter({ deviceToken: device })
      if ((await guess()) === 'sign-in-refused') looked += 1
      desk.clock.advance(1_000)
    }
    expect(looked).toBeLessThanOrEqual(70)
  })

  it('is slowed down by the failures on it alone', async () => {
    for (let tries = 0; tries < 3; tries++) expect(await guess({ deviceToken: device })).toBe('sign-in-refused')
    expect(await guess({ deviceToken: device })).toBe('sign-in-delayed')
    expect(await guess()).toBe('sign-in-refused')
    desk.clock.advance(1_000)
    expect(await codeOf({ deviceToken: device })).toBe('done')
    expect(await guess({ deviceToken: device })).toBe('sign-in-refused')
  })

  it('keeps its token from one sign-in to the next, also for a colleague at the same browser', async () => {
    expect((await enter({ deviceToken: device })).deviceToken).toBe(device)
    expect((await enter({ email: desk.owner.email, deviceToken: device })).deviceToken).toBe(device)
    for (let tries = 0; tries < 20; tries++)
      await guess({ email: desk.owner.email, networkAddress: `198.51.100.${tries}` })
    expect(await codeOf({ email: desk.owner.email, deviceToken: device })).toBe('done')
  })

  it('is known for its own agents only, and by no token that somebody made up', async () => {
    for (const email of [EMAIL, desk.owner.email]) for (let tries = 0; tries < 5; tries++) await guess({ email })
    expect(await codeOf({ email: desk.owner.email, deviceToken: device })).toBe('sign-in-delayed')
    expect(await codeOf({ deviceToken: 'made-up' })).toBe('sign-in-delayed')
    desk.clock.advance(HOUR_MS)
    expect((await enter({ deviceToken: 'made-up' })).deviceToken).not.toBe('made-up')
  })

  it.each([
    ['after more than a year without use', async () => desk.clock.advance(KNOWN_DEVICE_MS)],
    ['when the agent was disabled and enabled again', disableAndEnable],
    ['when the password was changed on another device', changePasswordElsewhere],
  ])('is forgotten %s', async (_, happens) => {
    await happens()
    for (let tries = 0; tries < 3; tries++) await guess()
    expect(await codeOf({ deviceToken: device })).toBe('sign-in-delayed')
  })
})

describe('an address that somebody of the desk has signed in from', () => {
  beforeEach(async () => {
    await enter()
  })

  it('is not slowed down by guesses from elsewhere', async () => {
    for (let tries = 0; tries < 30; tries++) await guess({ networkAddress: `198.51.100.${tries}` })
    expect(await codeOf({ networkAddress: '203.0.113.5' })).toBe('sign-in-delayed')
    expect(await codeOf({})).toBe('done')
  })

  it('is slowed down by guesses from there', async () => {
    for (let tries = 0; tries < 3; tries++) expect(await guess({ networkAddress: OFFICE })).toBe('sign-in-refused')
    expect(await codeOf({})).toBe('sign-in-delayed')
  })

  it('does not tell whom the desk has: an account that is not there is slowed down like one that is', async () => {
    const story = async (email: string) => {
      const codes: string[] = []
      for (let tries = 0; tries < 8; tries++) codes.push(await guess({ email, networkAddress: `198.51.100.${tries}` }))
      for (let tries = 0; tries < 5; tries++) codes.push(await guess({ email, networkAddress: OFFICE }))
      return codes
    }
    const told = await story(EMAIL)
    desk.clock.advance(HOUR_MS)
    expect(await story('nobody@example.com')).toEqual(told)
  })

  it('is forgotten after a month', async () => {
    desk.clock.advance(KNOWN_ADDRESS_MS)
    for (let tries = 0; tries < 3; tries++) await guess()
    expect(await codeOf({})).toBe('sign-in-delayed')
  })
})

async function disableAndEnable(): Promise<void> {
  for (const disabled of [true, false]) {
    await new ChangeAgent(desk.deps).execute({ agentId: desk.owner.id, subjectId: desk.agent.id, disabled })
  }
}

async function changePasswordElsewhere(): Promise<void> {
  const { token, deviceToken } = await enter({ networkAddress: '203.0.113.9' })
  const sessionDigest = desk.deps.secrets.digest(token)
  const passwords = { currentPassword: PASSWORD, newPassword: 'another horse battery' }
  await new ChangeOwnPassword(desk.deps).execute({ agentId: desk.agent.id, sessionDigest, deviceToken, ...passwords })
}
