import { beforeEach, describe, expect, it } from 'vitest'
import { PeopleDesk } from '../../../testing/people-desk.ts'
import { SESSION_ABSOLUTE_MS, SESSION_IDLE_MS } from '../../domain/agent/session.ts'
import { DomainError } from '../../domain/errors.ts'
import { Authenticate } from './authenticate.ts'

let desk: PeopleDesk
let token: string

beforeEach(async () => {
  desk = await PeopleDesk.open()
  token = await desk.signIn(desk.agent.email)
})

describe('Authenticate', () => {
  it('knows nobody by an invented token', async () => {
    expect(await desk.whoIs('token-invented')).toBeNull()
  })

  it('ends a session nobody used for 12 hours', async () => {
    desk.clock.advance(SESSION_IDLE_MS - 1)
    expect(await desk.whoIs(token)).toBe('Ana')
    desk.clock.advance(1)
    expect(await desk.whoIs(token)).toBeNull()
  })

  it('goes on while somebody is there, for 30 days at most', async () => {
    const end = desk.clock.now() + SESSION_ABSOLUTE_MS
    while (desk.clock.now() < end) {
      expect(await desk.whoIs(token, true)).toBe('Ana')
      desk.clock.advance(SESSION_IDLE_MS / 2)
    }
    expect(await desk.whoIs(token, true)).toBeNull()
  })

  it('is not kept awake by a stream that stays open by itself', async () => {
    for (let passed = 0; passed < SESSION_IDLE_MS; passed += SESSION_IDLE_MS / 4) {
      expect(await desk.whoIs(token, false)).toBe('Ana')
      desk.clock.advance(SESSION_IDLE_MS / 4)
    }
    expect(await desk.whoIs(token, false)).toBeNull()
  })

  it('notes a visit at most once a minute', async () => {
    let writes = 0
    const unitOfWork: typeof desk.deps.unitOfWork = {
      run: (work) => {
        writes += 1
        return desk.deps.unitOfWork.run(work)
      },
    }
    const authenticate = new Authenticate({ ...desk.deps, unitOfWork })
    for (let second = 0; second < 180; second++) {
      desk.clock.advance(1000)
      await authenticate.execute({ token, touch: true })
    }
    expect(writes).toBe(3)
  })

  it('still lets agents read when nothing can be written', async () => {
    const unitOfWork = { run: () => Promise.reject(new DomainError('storage-unavailable', 'The disk is full.')) }
    desk.clock.advance(60_000)
    const found = await new Authenticate({ ...desk.deps, unitOfWork }).execute({ token, touch: true })
    expect(found?.agent.name).toBe('Ana')
  })
})
