import { describe, expect, it } from 'vitest'
import type { HeldReport, StoredReport } from '../../src/domain/message/stored-report.ts'
import { aReport } from '../a-report.ts'
import { aReply } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type DeskUnderTest, type OpenDesk, useDesk } from './desk-subject.ts'
import { storeMessages, storeScene } from './scene.ts'

const HELD: HeldReport = { provider: 'messagebird', recipient: '+12025550123', optsOut: true }

export function describeReportRepository(open: OpenDesk): void {
  describe('delivery reports', () => {
    const desk = useDesk(open)

    it("keeps a message's reports as they came and in that order, and strangers' apart", async () => {
      const { ticket } = await storeScene(desk)
      const [message, other] = [aReply(ticket), aReply(ticket, { seq: 2 })]
      await storeMessages(desk, message, other)
      const said = { state: 'failed', status: 'delivery_failed', reason: 'network-error', detail: 'busy (34)' } as const
      const raw = '{"statusReason":"naïve \\"quotes\\""}'
      const ours = { messageId: message.id, reference: message.id }
      const sent = [aReport({ ...ours, providerMessageId: 'abc', raw }), aReport({ ...ours, ...said }), aReport(ours)]
      await add(desk, ...sent, aReport({ messageId: other.id }), aReport({ reference: message.id, held: HELD }))
      expect(await listed(desk, message.id)).toEqual(sent)
    })

    it('finds those that wait for a message, by our reference or by the id that the provider gave it', async () => {
      const waiting = [aReport({ reference: 'ours', held: HELD }), aReport({ providerMessageId: 'abc', held: HELD })]
      const others = [
        aReport({ reference: 'ours', held: { ...HELD, provider: 'simulated' } }),
        aReport({ reference: 'other', providerMessageId: 'other', held: HELD }),
        aReport({ held: HELD }),
        aReport({ reference: 'ours' }),
      ]
      await add(desk, ...waiting, ...others)
      const find = (providerMessageId: string | null) =>
        desk.run(({ reports }) => reports.findHeld({ provider: 'messagebird', reference: 'ours', providerMessageId }))
      expect(await find('abc')).toEqual(waiting)
      expect(await find(null)).toEqual(waiting.slice(0, 1))
    })

    it('gives a held report to its message, and then it waits no longer', async () => {
      const { ticket } = await storeScene(desk)
      const message = aReply(ticket)
      const report = aReport({ reference: message.id, held: HELD, raw: '{"recipient":"12025550123"}' })
      await storeMessages(desk, message)
      await add(desk, report)
      await desk.run(({ reports }) => reports.attach(report.id, message.id))
      expect(await listed(desk, message.id)).toEqual([{ ...report, messageId: message.id, held: null }])
      const awaited = { provider: 'messagebird', reference: message.id, providerMessageId: null } as const
      expect(await desk.run(({ reports }) => reports.findHeld(awaited))).toEqual([])
    })

    it('lets go of the old and of the too many, oldest first and a few at a time', async () => {
      const held = [4, 1, 3, 2, 5, 6].map((n) => aReport({ at: START + n, reference: 'ours', held: HELD }))
      await add(desk, ...held, aReport({ at: START, reference: 'ours' }))
      const forget = (request: { before: number; most: number; limit: number }) =>
        desk.run(({ reports }) => reports.forgetHeld(request))
      const left = async () => {
        const awaited = { provider: 'messagebird', reference: 'ours', providerMessageId: null } as const
        return (await desk.run(({ reports }) => reports.findHeld(awaited))).map(({ at }) => at - START)
      }
      expect(await forget({ before: START + 1, most: 6, limit: 10 })).toBe(0)
      expect(await forget({ before: START + 3, most: 9, limit: 1 })).toBe(1)
      expect(await left()).toEqual([4, 3, 2, 5, 6])
      expect(await forget({ before: START + 3, most: 3, limit: 10 })).toBe(2)
      expect(await left()).toEqual([4, 5, 6])
      expect(await forget({ before: START, most: 2, limit: 10 })).toBe(1)
      expect(await left()).toEqual([5, 6])
    })
  })
}

function add(desk: DeskUnderTest, ...all: StoredReport[]): Promise<void> {
  return desk.run(async ({ reports }) => {
    for (const one of all) await reports.add(one)
  })
}

function listed(desk: DeskUnderTest, messageId: string): Promise<StoredReport[]> {
  return desk.run(({ reports }) => reports.listForMessage(messageId))
}
