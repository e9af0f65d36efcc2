import { describe, expect, it } from 'vitest'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeAgent } from './scene.ts'

export function describeSessionLists(open: OpenDesk): void {
  describe('sessions of an agent', () => {
    const desk = useDesk(open)

    it('are listed with the latest in use first, and forgotten once they are over', async () => {
      const [agent, other] = [await storeAgent(desk), await storeAgent(desk)]
      const session = (tokenDigest: string, createdAt: number, lastSeenAt: number, agentId = agent.id) => ({
        ...{ tokenDigest, agentId, createdAt, lastSeenAt },
        label: null,
      })
      const [idle, old, used] = [session('idle', 100, 110), session('old', 10, 300), session('used', 100, 200)]
      await desk.run(async ({ sessions }) => {
        for (const one of [idle, old, used, session('other', 100, 400, other.id)]) await sessions.add(one)
      })
      const both = async () => {
        const listed = await desk.run(({ sessions }) => sessions.listForAgent(agent.id))
        expect(await desk.queries.listSessions(agent.id)).toEqual(listed)
        return listed
      }
      expect(await both()).toEqual([old, used, idle])
      await desk.run(({ sessions }) => sessions.forget({ lastSeenAt: 200, createdAt: 100 }))
      expect(await both()).toEqual([used])
      expect(await desk.queries.listSessions('nobody')).toEqual([])
    })
  })
}

export function describeKnownPlaceRepository(open: OpenDesk): void {
  describe('known places', () => {
    const desk = useDesk(open)
    const list = async (digest: string, since = START) => {
      const listed = await desk.run(({ knownPlaces }) => knownPlaces.list(digest, since))
      expect(await desk.queries.isKnownPlace(digest, since)).toBe(listed.length > 0)
      return listed
    }
    const note = (digest: string, agentId: string, at: number) =>
      desk.run(({ knownPlaces }) => knownPlaces.note({ digest, agentId, at }))

    it('are noted for each agent, with the first and the last time', async () => {
      const [agent, other] = [await storeAgent(desk), await storeAgent(desk)]
      for (const at of [START, START + 5]) await note('office', agent.id, at)
      await note('office', other.id, START + 3)
      await note('home', other.id, START)
      const ofAgent = { digest: 'office', agentId: agent.id, firstAt: START, lastAt: START + 5 }
      const ofOther = { digest: 'office', agentId: other.id, firstAt: START + 3, lastAt: START + 3 }
      const listed = await list('office')
      expect(listed).toHaveLength(2)
      expect(listed).toEqual(expect.arrayContaining([ofAgent, ofOther]))
      expect(await list('office', START + 4)).toEqual([ofAgent])
      expect(await list('nowhere')).toEqual([])
    })

    it("are forgotten with time, and an agent's but the one excepted", async () => {
      const [agent, other] = [await storeAgent(desk), await storeAgent(desk)]
      for (const digest of ['one', 'two']) await note(digest, agent.id, START + 2)
      await note('one', other.id, START + 1)
      const left = async () => [(await list('one')).map(({ agentId }) => agentId), (await list('two')).length]
      await desk.run(({ knownPlaces }) => knownPlaces.removeForAgent(agent.id, 'two'))
      expect(await left()).toEqual([[other.id], 1])
      await desk.run(({ knownPlaces }) => knownPlaces.forget(START + 2))
      expect(await left()).toEqual([[], 1])
      await desk.run(({ knownPlaces }) => knownPlaces.removeForAgent(agent.id, null))
      expect(await left()).toEqual([[], 0])
    })

    it('lose no sign-in of two at once', async () => {
      const agent = await storeAgent(desk)
      await Promise.all([note('office', agent.id, START), note('office', agent.id, START)])
      expect(await list('office')).toHaveLength(1)
    })
  })
}
