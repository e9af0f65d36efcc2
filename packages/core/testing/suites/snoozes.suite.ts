import { describe, expect, it } from 'vitest'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeAgent, storeInbox, storeStranger } from './scene.ts'

export function describeSnoozes(open: OpenDesk): void {
  describe('snoozed tickets', () => {
    const desk = useDesk(open)

    it('are found when their time came, the longest due first', async () => {
      const inbox = await storeInbox(desk)
      const snooze = (until: number) =>
        storeStranger(desk, inbox, { status: 'snoozed', snoozedUntil: START + until, waitingSince: START })
      const [later, first, second] = [await snooze(50), await snooze(10), await snooze(20)]
      await storeStranger(desk, inbox)
      const due = (at: number, limit = 10) => desk.run(({ tickets }) => tickets.findDueToWake(START + at, limit))
      expect(await due(9)).toEqual([])
      expect(await due(10)).toEqual([first])
      expect(await due(49)).toEqual([first, second])
      expect(await due(50, 1)).toEqual([first])
      const next = (at: number) => desk.run(({ tickets }) => tickets.nextWakeAt(START + at))
      expect([await next(9), await next(10), await next(20), await next(50)]).toEqual([
        START + 10,
        START + 20,
        START + 50,
        null,
      ])
      await desk.run(({ tickets }) => tickets.save({ ...later, status: 'open', snoozedUntil: null }))
      expect([await due(99), await next(20)]).toEqual([[first, second], null])
    })

    it('wait on, but not in the line of those who wait', async () => {
      const [agent, inbox] = [await storeAgent(desk), await storeInbox(desk)]
      const waitingSince = START - 5
      const { number } = await storeStranger(desk, inbox, {
        ...{ status: 'snoozed', snoozedUntil: START + 1, waitingSince },
      })
      const query = { agentId: agent.id, search: null, cursor: null, limit: 10, now: START } as const
      expect((await desk.tickets.list({ ...query, view: 'waiting' })).items).toEqual([])
      expect((await desk.tickets.counts(agent.id, START)).waiting).toBe(0)
      expect((await desk.tickets.list({ ...query, view: 'snoozed' })).items).toMatchObject([
        { number, status: 'snoozed', snoozedUntil: START + 1, waitingSince },
      ])
    })
  })
}
