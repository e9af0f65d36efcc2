import { describe, expect, it } from 'vitest'
import { anAgent } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { deface } from './deface.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeAgent } from './scene.ts'

export function describeAgentRepository(open: OpenDesk): void {
  describe('agents', () => {
    const desk = useDesk(open)
    const find = (id: string) => desk.run(({ agents }) => agents.find(id))

    it('keeps every field, and finds by id and by e-mail', async () => {
      const invited = anAgent({ name: 'Zoë', role: 'owner', passwordHash: null, joinedAt: null, disabledAt: START + 1 })
      const active = anAgent()
      await desk.run(async ({ agents }) => {
        await agents.add(invited)
        await agents.add(active)
      })
      expect(await find(invited.id)).toEqual(invited)
      expect(await desk.run(({ agents }) => agents.findByEmail(active.email))).toEqual(active)
      expect(await find(anAgent().id)).toBeNull()
      expect(await desk.run(({ agents }) => agents.findByEmail('nobody@example.com'))).toBeNull()
      const listed = await desk.run(({ agents }) => agents.list())
      expect(listed.toSorted(byId)).toEqual([invited, active].toSorted(byId))
    })

    it('adds an e-mail once, also when many come at once', async () => {
      const adding = Array.from({ length: 5 }, () => anAgent({ email: 'sam@example.com' }))
      const added = await Promise.all(adding.map((agent) => desk.run(({ agents }) => agents.add(agent))))
      expect(added.filter(Boolean)).toHaveLength(1)
      expect(await desk.queries.listAgents()).toHaveLength(1)
    })

    it('saves over what it had, and keeps values', async () => {
      const agent = await storeAgent(desk)
      const changed = {
        ...agent,
        name: 'Bo',
        role: 'owner',
        passwordHash: 'hash',
        joinedAt: START + 2,
        disabledAt: START,
      } as const
      const given = { ...changed }
      await desk.run(({ agents }) => agents.save(given))
      deface(given)
      deface(await find(agent.id))
      expect(await find(agent.id)).toEqual(changed)
    })
  })
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1
}
