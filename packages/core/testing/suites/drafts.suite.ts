import { describe, expect, it } from 'vitest'
import type { Draft } from '../../src/domain/ticket/draft.ts'
import { aDraft } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeAgent, storeScene, storeStranger } from './scene.ts'

export function describeDrafts(open: OpenDesk): void {
  describe('drafts', () => {
    const desk = useDesk(open)
    const save = (draft: Draft) => desk.run(({ drafts }) => drafts.save(draft))

    it('are kept for each agent, ticket and mode, the last one written', async () => {
      const { agent, ticket, inbox } = await storeScene(desk)
      const [other, elsewhere] = [await storeAgent(desk), await storeStranger(desk, inbox)]
      const place = { agentId: agent.id, ticketNumber: ticket.number }
      const reply = aDraft(place, { body: 'Grüße 🎉', updatedAt: START + 1 })
      const note = aDraft(place, { mode: 'note', updatedAt: START + 3 })
      const third = aDraft({ ...place, ticketNumber: elsewhere.number }, { updatedAt: START + 2 })
      const theirs = aDraft({ ...place, agentId: other.id })
      for (const draft of [aDraft(place, { body: 'Before' }), reply, note, third, theirs]) await save(draft)
      const list = (agentId: string, ticketNumber: number | null, limit = 10) =>
        desk.workspace.listDrafts(agentId, ticketNumber, limit)
      expect(await list(agent.id, null)).toEqual([note, third, reply])
      expect(await list(agent.id, null, 2)).toEqual([note, third])
      expect(await list(agent.id, ticket.number)).toEqual([note, reply])
      expect(await list(other.id, null)).toEqual([theirs])
      await desk.run(({ drafts }) => drafts.remove(agent.id, ticket.number, 'reply'))
      await desk.run(({ drafts }) => drafts.remove(agent.id, ticket.number, 'reply'))
      expect(await list(agent.id, ticket.number)).toEqual([note])
      expect(await list(other.id, ticket.number)).toEqual([theirs])
    })
  })
}
