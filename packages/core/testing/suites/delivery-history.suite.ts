import { describe, expect, it } from 'vitest'
import type { AttemptEnd } from '../../src/domain/delivery/attempt.ts'
import { aReport } from '../a-report.ts'
import { aMessage, aReply } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeMessages, storeScene, storeStranger } from './scene.ts'

const LATER: AttemptEnd = { outcome: 'later', reason: null, detail: 'not reachable: ECONNREFUSED' }

export function describeDeliveryHistory(open: OpenDesk): void {
  describe('the history of an outgoing text', () => {
    const desk = useDesk(open)

    it('tells attempts and reports in the order of events, and who settled it', async () => {
      const { agent, ticket } = await storeScene(desk)
      const message = aReply(ticket, { settledAt: START + 9, settledBy: agent.id })
      const reports = [2, 6].map((n) => aReport({ messageId: message.id, at: START + n }))
      await storeMessages(desk, message)
      await desk.run(async (opened) => {
        for (const report of reports) await opened.reports.add(report)
        await opened.reports.add(aReport({ messageId: 'another' }))
        await opened.attempts.begin(message.id, START + 1)
        await opened.attempts.end(message.id, START + 3, LATER)
        await opened.attempts.begin(message.id, START + 6)
      })
      const messageId = message.id
      expect(await desk.tickets.deliveryHistory(ticket.number, messageId)).toEqual({
        message,
        settledBy: { id: agent.id, name: agent.name },
        items: [
          { type: 'attempt', attempt: { messageId, number: 1, beganAt: START + 1, endedAt: START + 3, end: LATER } },
          { type: 'report', report: reports[0] },
          { type: 'attempt', attempt: { messageId, number: 2, beganAt: START + 6, endedAt: null, end: null } },
          { type: 'report', report: reports[1] },
        ],
      })
    })

    it('is short while nothing happened, and there is none of what never leaves', async () => {
      const { inbox, ticket } = await storeScene(desk)
      const [automatic, text] = [aReply(ticket, { kind: 'auto' }), aMessage(ticket, { seq: 2 })]
      const other = await storeStranger(desk, inbox)
      await storeMessages(desk, automatic, text)
      const read = (number: number, id: string) => desk.tickets.deliveryHistory(number, id)
      expect(await read(ticket.number, automatic.id)).toEqual({ message: automatic, settledBy: null, items: [] })
      expect(await read(ticket.number, text.id)).toBeNull()
      expect(await read(other.number, automatic.id)).toBeNull()
      expect(await read(ticket.number, 'nobody')).toBeNull()
    })
  })
}
