import { describe, expect, it } from 'vitest'
import type { TicketRow } from '../../src/ports/queries/ticket-queries.ts'
import { isInView, TICKET_VIEWS, type TicketView } from '../../src/text/ticket-views.ts'
import { aDelivery, aReply } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeAgent, storeInbox, storeMessages, storeStranger } from './scene.ts'

const FAILED = { delivery: aDelivery({ state: 'failed', nextAttemptAt: null }) }

export function describeTicketViews(open: OpenDesk): void {
  describe('ticket views', () => {
    const desk = useDesk(open)

    it('hold the tickets that belong, in their order', async () => {
      const [me, other, inbox] = [await storeAgent(desk), await storeAgent(desk), await storeInbox(desk)]
      const [mine, theirs] = [{ assigneeId: me.id }, { assigneeId: other.id }]
      const store = async (name: string, overrides: object) => {
        const { number } = await storeStranger(desk, inbox, overrides)
        return { name, number }
      }
      const stored = [
        await store('waits long', { ...mine, waitingSince: START - 9, updatedAt: START + 3 }),
        await store('waits', { waitingSince: START - 5, updatedAt: START + 9 }),
        await store('answered', { ...theirs, updatedAt: START + 1 }),
        await store('answered, nobody took it', { updatedAt: START + 5 }),
        await store('snoozed', { ...mine, status: 'snoozed', updatedAt: START + 7 }),
        await store('closed', { ...mine, status: 'closed', closedAt: START, updatedAt: START + 2 }),
        await store('merged', { ...mine, status: 'closed', closedAt: START, mergedInto: 1 }),
      ]
      const failed = await storeStranger(desk, inbox, { ...theirs, updatedAt: START })
      await storeMessages(desk, aReply(failed, FAILED))
      const names = new Map([...stored, { name: 'failed', number: failed.number }].map((one) => [one.number, one.name]))
      const expected: Record<TicketView, string[]> = {
        waiting: ['waits long', 'waits'],
        mine: ['snoozed', 'waits long'],
        unassigned: ['waits', 'answered, nobody took it'],
        open: ['waits', 'snoozed', 'answered, nobody took it', 'waits long', 'answered', 'failed'],
        replied: ['answered, nobody took it', 'answered', 'failed'],
        snoozed: ['snoozed'],
        attention: ['failed'],
        closed: ['closed'],
        all: ['waits', 'snoozed', 'answered, nobody took it', 'waits long', 'closed', 'answered', 'failed'],
      }
      for (const view of TICKET_VIEWS) {
        const query = { agentId: me.id, view, search: null, cursor: null, limit: 100, now: START }
        const { items, nextCursor } = await desk.tickets.list(query)
        expect({ view, names: items.map((row) => names.get(row.number)) }).toEqual({ view, names: expected[view] })
        expect(nextCursor).toBeNull()
      }
    })

    it('hold what the rule says, whatever state a ticket is in', async () => {
      const [me, other, inbox] = [await storeAgent(desk), await storeAgent(desk), await storeInbox(desk)]
      const numbers: number[] = []
      for (const status of ['open', 'snoozed', 'closed'] as const)
        for (const waitingSince of [null, START])
          for (const assigneeId of [null, me.id, other.id])
            for (const mergedInto of status === 'closed' ? [null, 1] : [null])
              for (const messages of [[], [FAILED]]) {
                const closedAt = status === 'closed' ? START : null
                const given = { status, waitingSince, assigneeId, mergedInto, closedAt }
                const ticket = await storeStranger(desk, inbox, given)
                numbers.push(ticket.number)
                await storeMessages(desk, ...messages.map((message) => aReply(ticket, message)))
              }
      const asked = { agentId: me.id, search: null, cursor: null, limit: 100, now: START }
      const everything: TicketRow[] = []
      for (const number of numbers) {
        everything.push((await desk.tickets.find(number, me.id, START)) ?? expect.fail('no such ticket'))
      }
      for (const view of TICKET_VIEWS) {
        const { items } = await desk.tickets.list({ ...asked, view })
        const told = everything.filter((row) => isInView(view, row, me.id)).map(({ number }) => number)
        expect([view, items.map(({ number }) => number).sort((a, b) => a - b)]).toEqual([view, told])
      }
    })

    it('show attention for an unsettled failure, and for an uncertain message after 10 minutes', async () => {
      const [me, inbox] = [await storeAgent(desk), await storeInbox(desk)]
      const uncertain = {
        delivery: aDelivery({ state: 'uncertain', nextAttemptAt: null, uncertainSince: START }),
      }
      const store = async (message: object) => {
        const ticket = await storeStranger(desk, inbox)
        await storeMessages(desk, aReply(ticket, message))
        return ticket.number
      }
      const failed = await store(FAILED)
      const doubtful = await store(uncertain)
      await store({ ...FAILED, settledAt: START })
      await store({ ...uncertain, settledAt: START })
      await store({ ...uncertain, kind: 'auto', purpose: 'confirmation' })
      const attentionAt = async (now: number) => {
        const query = { agentId: me.id, view: 'attention', search: null, cursor: null, limit: 100 } as const
        const { items } = await desk.tickets.list({ ...query, now })
        expect(items.every((row) => row.needsAttention)).toBe(true)
        expect((await desk.tickets.counts(me.id, now)).attention).toBe(items.length)
        return items.map((row) => row.number).sort((a, b) => a - b)
      }
      expect(await attentionAt(START + 600_000 - 1)).toEqual([failed])
      expect(await attentionAt(START + 600_000)).toEqual([failed, doubtful])
    })
  })
}
