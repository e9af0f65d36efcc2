import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/domain/message/message.ts'
import { aDelivery, aMessage, aReply } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { deface } from './deface.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeAgent, storeMessages, storeScene } from './scene.ts'

export function describeMessageRepository(open: OpenDesk): void {
  describe('messages', () => {
    const desk = useDesk(open)
    const find = (id: string) => desk.run(({ messages }) => messages.find(id))

    it('keeps every field', async () => {
      const { ticket, agent } = await storeScene(desk)
      const placement = { reason: 'window-over', ticket: 7, at: START - 5, reopenHours: 24 } as const
      const text = aMessage(ticket, { body: 'Line one\nline two 🎉 שלום ""', placement })
      const sent = aReply(ticket, { seq: 2, authorId: agent.id })
      const delivery = aDelivery({
        state: 'uncertain',
        reason: 'header timeout',
        attempts: 3,
        nextAttemptAt: null,
        providerMessageId: 'abc',
        segments: 2,
        firstQueuedAt: START + 1,
        uncertainSince: START + 2,
      })
      const full = aReply(ticket, {
        seq: 3,
        kind: 'auto',
        purpose: 'help',
        delivery,
        authorId: agent.id,
        idempotencyKey: 'key-1',
        resendOf: sent.id,
        settledAt: START + 3,
      })
      await storeMessages(desk, text, sent, full)
      expect(await find(text.id)).toEqual(text)
      expect(await find(sent.id)).toEqual(sent)
      expect(await find(full.id)).toEqual(full)
    })

    it('saves over what it had, claims included', async () => {
      const { ticket } = await storeScene(desk)
      const reply = aReply(ticket)
      await storeMessages(desk, reply)
      const claim = { token: 'token', leaseUntil: START + 60_000 }
      const claimed: Message = { ...reply, delivery: aDelivery({ state: 'dispatching', nextAttemptAt: null, claim }) }
      await desk.run(({ messages }) => messages.save(claimed))
      expect(await find(reply.id)).toEqual(claimed)
    })

    it('knows no message that was never added', async () => {
      const { ticket } = await storeScene(desk)
      expect(await find(aMessage(ticket).id)).toBeNull()
    })

    it('finds a message by its author and idempotency key', async () => {
      const { ticket, agent } = await storeScene(desk)
      const other = await storeAgent(desk)
      const mine = aReply(ticket, { authorId: agent.id, idempotencyKey: 'key' })
      const theirs = aReply(ticket, { seq: 2, authorId: other.id, idempotencyKey: 'key' })
      await storeMessages(desk, mine, theirs, aReply(ticket, { seq: 3, authorId: agent.id }))
      const byKey = (authorId: string, key: string) =>
        desk.run(({ messages }) => messages.findByIdempotencyKey(authorId, key))
      expect(await byKey(agent.id, 'key')).toEqual(mine)
      expect(await byKey(other.id, 'key')).toEqual(theirs)
      expect(await byKey(agent.id, 'other key')).toBeNull()
    })

    it('holds one message per author and idempotency key', async () => {
      const { ticket, agent } = await storeScene(desk)
      const again = aReply(ticket, { seq: 2, authorId: agent.id, idempotencyKey: 'key' })
      await storeMessages(desk, aReply(ticket, { authorId: agent.id, idempotencyKey: 'key' }))
      await expect(storeMessages(desk, again)).rejects.toThrow()
      expect(await find(again.id)).toBeNull()
    })

    it('keeps values: what was handed in or out changes nothing unless it is saved', async () => {
      const { ticket } = await storeScene(desk)
      const reply = aReply(ticket)
      const expected = { ...reply, delivery: aDelivery() }
      await storeMessages(desk, reply)
      deface(reply)
      deface(await find(expected.id))
      expect(await find(expected.id)).toEqual(expected)
    })
  })
}
