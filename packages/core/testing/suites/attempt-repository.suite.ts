import { describe, expect, it } from 'vitest'
import type { AttemptEnd } from '../../src/domain/delivery/attempt.ts'
import { aReply } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeMessages, storeScene } from './scene.ts'

const LATER: AttemptEnd = { outcome: 'later', reason: null, detail: 'not reachable: ECONNREFUSED' }
const REJECTED: AttemptEnd = { outcome: 'rejected', reason: 'no-balance', detail: 'not enough balance (code 25)' }

export function describeAttemptRepository(open: OpenDesk): void {
  describe('attempts', () => {
    const desk = useDesk(open)
    const begin = (id: string, at: number) => desk.run(({ attempts }) => attempts.begin(id, at))
    const end = (id: string, at: number, how: AttemptEnd) => desk.run(({ attempts }) => attempts.end(id, at, how))
    const list = (id: string) => desk.run(({ attempts }) => attempts.listForMessage(id))

    it('are numbered in their order, message by message; the last word about the latest counts', async () => {
      const { ticket } = await storeScene(desk)
      const [message, other] = [aReply(ticket), aReply(ticket, { seq: 2 })]
      await storeMessages(desk, message, other)
      await begin(message.id, START)
      await begin(other.id, START + 1)
      await end(message.id, START + 2, LATER)
      await begin(message.id, START + 3)
      const [messageId, first] = [message.id, { number: 1, beganAt: START, endedAt: START + 2, end: LATER }]
      expect(await list(messageId)).toEqual([
        { messageId, ...first },
        { messageId, number: 2, beganAt: START + 3, endedAt: null, end: null },
      ])
      await end(messageId, START + 4, { outcome: 'interrupted', reason: null, detail: null })
      await end(messageId, START + 5, REJECTED)
      expect(await list(messageId)).toEqual([
        { messageId, ...first },
        { messageId, number: 2, beganAt: START + 3, endedAt: START + 5, end: REJECTED },
      ])
      expect(await list(other.id)).toMatchObject([{ number: 1, endedAt: null }])
    })

    it('that never began cannot end', async () => {
      await end('nobody', START, LATER)
      expect(await list('nobody')).toEqual([])
    })

    it('go with their message', async () => {
      const { contact, ticket } = await storeScene(desk)
      const [message, practised] = [aReply(ticket), aReply(ticket, { seq: 2 })]
      await storeMessages(desk, message, practised)
      for (const { id } of [message, practised]) await begin(id, START)
      await desk.run(({ practice }) => practice.removeMessages(ticket.number, 1))
      expect([await list(message.id), await list(practised.id)].map(({ length }) => length)).toEqual([0, 1])
      await desk.run(({ erasure }) => erasure.eraseMessages(contact.id, 10))
      expect(await list(practised.id)).toEqual([])
    })
  })
}
