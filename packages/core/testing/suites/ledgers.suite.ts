import { describe, expect, it } from 'vitest'
import type { Address } from '../../src/domain/contact/address.ts'
import { aPhone } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeAgent, storeContact, storeInbox, storeScene, storeTicket } from './scene.ts'

export function describeReceiptRepository(open: OpenDesk): void {
  describe('receipts', () => {
    const desk = useDesk(open)

    it('lets a text be claimed once in each inbox, also when many come at once', async () => {
      const [inbox, other] = [await storeInbox(desk), await storeInbox(desk, { number: '+12025550199' })]
      const claim = (inboxId: string, key: string) => desk.run(({ receipts }) => receipts.claimText(inboxId, key))
      const claims = await Promise.all(Array.from({ length: 10 }, () => claim(inbox.id, 'key')))
      expect(claims.filter(Boolean)).toHaveLength(1)
      expect(await claim(inbox.id, 'key')).toBe(false)
      expect(await claim(inbox.id, 'another key')).toBe(true)
      expect(await claim(other.id, 'key')).toBe(true)
    })

    it('gives a text back when the work that claimed it is undone', async () => {
      const inbox = await storeInbox(desk)
      const undone = desk.run(async ({ receipts }) => {
        await receipts.claimText(inbox.id, 'key')
        throw new Error('on purpose')
      })
      await expect(undone).rejects.toThrow('on purpose')
      expect(await desk.run(({ receipts }) => receipts.claimText(inbox.id, 'key'))).toBe(true)
    })

    it('takes a signature id once, until it is forgotten after it expired', async () => {
      const claim = (jti: string) => desk.run(({ receipts }) => receipts.claimSignature(jti, START + 60))
      const forget = (before: number) => desk.run(({ receipts }) => receipts.forgetSignatures(before))
      const claims = await Promise.all(Array.from({ length: 10 }, () => claim('a')))
      expect(claims.filter(Boolean)).toHaveLength(1)
      expect(await claim('b')).toBe(true)
      await forget(START + 60)
      expect(await claim('a')).toBe(false)
      await forget(START + 61)
      expect(await claim('a')).toBe(true)
    })
  })
}

export function describeOptOutRepository(open: OpenDesk): void {
  describe('opt-outs', () => {
    const desk = useDesk(open)

    it('keeps the older entry of an inbox and address, until it is removed', async () => {
      const [inbox, other] = [await storeInbox(desk), await storeInbox(desk, { number: '+12025550199' })]
      const address = aPhone()
      const add = (at: number) => desk.run(({ optOuts }) => optOuts.add(inbox.id, address, { at, source: 'text' }))
      const find = (inboxId: string, of = address) => desk.run(({ optOuts }) => optOuts.find(inboxId, of))
      const remove = () => desk.run(({ optOuts }) => optOuts.remove(inbox.id, address))
      expect(await add(START)).toBe(true)
      expect(await add(START + 1)).toBe(false)
      expect(await find(inbox.id)).toEqual({ at: START, source: 'text' })
      expect(await find(other.id)).toBeNull()
      expect(await find(inbox.id, aPhone())).toBeNull()
      expect(await remove()).toBe(true)
      expect(await remove()).toBe(false)
      expect(await find(inbox.id)).toBeNull()
      expect(await add(START + 2)).toBe(true)
    })

    it('is of a number, however that is written', async () => {
      const { inbox, contact } = await storeScene(desk)
      const [short, long] = ['+541123456782', '+5491123456782'].map((value) => ({ kind: 'phone' as const, value }))
      if (!short || !long) throw new Error('Two spellings')
      const one = await storeContact(desk, { address: long })
      const add = (address: Address, at: number) =>
        desk.run(({ optOuts }) => optOuts.add(inbox.id, address, { at, source: 'text' }))
      expect([await add(short, START), await add(long, START + 1)]).toEqual([true, false])
      const find = (address: Address) => desk.run(({ optOuts }) => optOuts.find(inbox.id, address))
      expect(await find(long)).toEqual({ at: START, source: 'text' })
      expect(await find(contact.address)).toBeNull()
      const { optOuts } = { ...(await desk.queries.findContact(one.id)) }
      expect(optOuts).toEqual([{ inboxId: inbox.id, at: START, source: 'text' }])
      const ticket = await storeTicket(desk, { inbox, contact: one })
      expect((await desk.tickets.find(ticket.number, 'nobody', START))?.contact).toMatchObject({ optedOutAt: START })
      expect(await desk.run(({ optOuts }) => optOuts.remove(inbox.id, long))).toBe(true)
      expect([await find(short), await find(long)]).toEqual([null, null])
    })

    it('keeps every source', async () => {
      const inbox = await storeInbox(desk)
      for (const source of ['text', 'agent', 'carrier'] as const) {
        const address = aPhone()
        await desk.run(({ optOuts }) => optOuts.add(inbox.id, address, { at: START, source }))
        expect(await desk.run(({ optOuts }) => optOuts.find(inbox.id, address))).toEqual({ at: START, source })
      }
    })
  })
}

export function describeAuditLog(open: OpenDesk): void {
  describe('audit log', () => {
    const desk = useDesk(open)

    it('keeps who did what to whom, in order, and nothing of work that was undone', async () => {
      const agent = await storeAgent(desk)
      const entries = [
        { at: START, actorId: agent.id, what: 'agent.disabled', subjectId: 'one' },
        { at: START, actorId: null, what: 'agent.password-reset', subjectId: 'two' },
      ]
      await desk.run(async ({ audit }) => {
        for (const entry of entries) await audit.append(entry)
      })
      const undone = desk.run(async ({ audit }) => {
        await audit.append({ at: START, actorId: null, what: 'never.happened', subjectId: 'three' })
        throw new Error('on purpose')
      })
      await expect(undone).rejects.toThrow('on purpose')
      expect(await desk.subject.readAudit()).toEqual(entries)
    })
  })
}
