import { beforeEach, expect, it } from 'vitest'
import { PeopleDesk } from '../../../testing/people-desk.ts'
import { refusalOf } from '../../../testing/test-desk.ts'
import { sessionIdOf } from '../../domain/agent/session.ts'
import { EndSessions } from './end-sessions.ts'

let desk: PeopleDesk
let own: string[]
let ofOwner: string

beforeEach(async () => {
  desk = await PeopleDesk.open()
  own = [await desk.signIn(desk.agent.email), await desk.signIn(desk.agent.email)]
  ofOwner = await desk.signIn(desk.owner.email)
})

const idOf = (token = '') => sessionIdOf({ tokenDigest: desk.deps.secrets.digest(token) })
const end = (sessionId: string | null) => new EndSessions(desk.deps).execute({ agentId: desk.agent.id, sessionId })
const whoAreIn = () => Promise.all([...own, ofOwner].map((token) => desk.whoIs(token)))

it('ends one session and tells the pages of the agent', async () => {
  await end(idOf(own[0]))
  expect(await whoAreIn()).toEqual([null, 'Ana', 'Olga'])
  expect(desk.changes).toEqual([{ kind: 'agent', agentId: desk.agent.id }])
  expect((await desk.audited()).at(-1)).toBe('agent.signed-out')
  expect(await refusalOf(end(idOf(own[0])))).toBe('not-found')
})

it("ends nobody else's", async () => {
  expect(await refusalOf(end(idOf(ofOwner)))).toBe('not-found')
  expect(await whoAreIn()).toEqual(['Ana', 'Ana', 'Olga'])
})

it('ends all of an agent at once', async () => {
  await end(null)
  expect(await whoAreIn()).toEqual([null, null, 'Olga'])
  expect((await desk.audited()).at(-1)).toBe('agent.signed-out-everywhere')
})
