import { describe, expect, it } from 'vitest'
import { aMessage, aReply } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeInbox, storeMessages, storeScene, storeStranger, storeTicket } from './scene.ts'

const HOUR = 3_600_000

export function describeAutomaticTextLedger(open: OpenDesk): void {
  describe('automatic texts', () => {
    const desk = useDesk(open)
    const confirmation = { kind: 'auto', purpose: 'confirmation' } as const

    it("counts a contact's confirmations since a moment, in any inbox", async () => {
      const { ticket, inbox, contact } = await storeScene(desk)
      const other = await storeInbox(desk, { number: '+12025550199' })
      const elsewhere = await storeTicket(desk, { inbox: other, contact })
      await storeMessages(
        desk,
        aReply(ticket, { ...confirmation, at: START - 1 }),
        aReply(ticket, { ...confirmation, seq: 2, at: START + 1 }),
        aReply(elsewhere, { ...confirmation, at: START + 1 }),
        aReply(ticket, { kind: 'auto', purpose: 'help', seq: 3, at: START + 1 }),
        aReply(ticket, { seq: 4, at: START + 1 }),
        aReply(await storeStranger(desk, inbox), { ...confirmation, at: START + 1 }),
      )
      expect(await desk.run(({ automaticTexts }) => automaticTexts.countConfirmations(contact.id, START))).toBe(2)
    })

    it("counts a contact's texts of exactly one wording since a moment, in any inbox", async () => {
      const { ticket, inbox, contact } = await storeScene(desk)
      const other = await storeInbox(desk, { number: '+12025550199' })
      const elsewhere = await storeTicket(desk, { inbox: other, contact })
      const stranger = await storeStranger(desk, inbox)
      const at = START + 1
      await storeMessages(
        desk,
        aMessage(ticket, { body: 'I am out', at: START - 1 }),
        aMessage(ticket, { seq: 2, body: 'I am out', at }),
        aMessage(elsewhere, { body: 'I am out', at }),
        aMessage(ticket, { seq: 3, body: 'I am out!', at }),
        aMessage(ticket, { seq: 4, body: 'i am out', at }),
        aReply(ticket, { seq: 5, body: 'I am out', at }),
        aMessage(stranger, { body: 'I am out', at }),
      )
      const count = (body: string) =>
        desk.run(({ automaticTexts }) => automaticTexts.countIdenticalTexts(contact.id, body, START))
      expect(await count('I am out')).toBe(2)
      expect(await count('never sent')).toBe(0)
    })

    it("spends an inbox's budget of the hour, and no more when many come at once", async () => {
      const [inbox, other] = [await storeInbox(desk), await storeInbox(desk, { number: '+12025550199' })]
      const hour = Math.floor(START / HOUR) * HOUR
      const spend = (inboxId: string, now: number, perHour = 3) =>
        desk.run(({ automaticTexts }) => automaticTexts.spendBudget(inboxId, now, perHour))
      const spent = await Promise.all(Array.from({ length: 8 }, () => spend(inbox.id, hour)))
      expect(spent.filter(Boolean)).toHaveLength(3)
      expect(await spend(inbox.id, hour + HOUR - 1)).toBe(false)
      expect(await spend(inbox.id, hour + HOUR)).toBe(true)
      expect(await spend(other.id, hour)).toBe(true)
      expect(await spend(other.id, hour + 5 * HOUR, 0)).toBe(false)
    })
  })
}
