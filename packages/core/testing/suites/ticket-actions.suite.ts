import { describe, expect, it } from 'vitest'
import type { TicketAction } from '../../src/domain/ticket/ticket-action.ts'
import { aTicketAction } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeScene, storeStranger } from './scene.ts'

export function describeTicketActions(open: OpenDesk): void {
  describe('what agents did to tickets', () => {
    const desk = useDesk(open)
    const save = (action: TicketAction) => desk.run(({ ticketActions }) => ticketActions.save(action))
    const find = (action: TicketAction) => desk.run(({ ticketActions }) => ticketActions.find(action))

    it('is found by ticket, agent and key, and by all of them', async () => {
      const { ticket, agent } = await storeScene(desk, { tags: ['VIP'] })
      const action = aTicketAction(ticket, { agentId: agent.id, settledIds: ['m1', 'm2'] })
      await save(action)
      expect(await find(action)).toEqual(action)
      expect(await find({ ...action, key: 'another' })).toBeNull()
      expect(await find({ ...action, agentId: 'another' })).toBeNull()
      expect(await find({ ...action, ticketNumber: ticket.number + 1 })).toBeNull()
    })

    it('is kept once for each key, the last one', async () => {
      const { ticket } = await storeScene(desk)
      const last = aTicketAction(ticket, { seq: 9, before: { ...aTicketAction(ticket).before, tags: ['Größe'] } })
      await save(aTicketAction(ticket))
      await save(last)
      expect(await find(last)).toEqual(last)
      await desk.run(({ ticketActions }) => ticketActions.remove(last))
      await desk.run(({ ticketActions }) => ticketActions.remove(last))
      expect(await find(last)).toBeNull()
    })

    it('is forgotten after a while, a few at a time', async () => {
      const { ticket } = await storeScene(desk)
      const actions = [0, 1, 2, 3].map((at) => aTicketAction(ticket, { key: `key ${at}`, at: START + at }))
      for (const action of actions) await save(action)
      const forget = (at: number, limit: number) =>
        desk.run(({ ticketActions }) => ticketActions.forgetBefore(START + at, limit))
      expect([await forget(0, 9), await forget(3, 2), await forget(3, 2), await forget(3, 2)]).toEqual([0, 2, 1, 0])
      expect(await Promise.all(actions.map(find))).toEqual([null, null, null, actions[3]])
    })

    it('goes with its ticket', async () => {
      const { ticket, contact, inbox } = await storeScene(desk)
      const practice = await storeStranger(desk, inbox)
      const actions = [aTicketAction(ticket), aTicketAction(practice)]
      for (const action of actions) await save(action)
      await desk.run(({ erasure }) => erasure.eraseContact(contact.id))
      await desk.run((opened) => opened.practice.removeTicket(practice.number))
      expect(await Promise.all(actions.map(find))).toEqual([null, null])
    })
  })
}
