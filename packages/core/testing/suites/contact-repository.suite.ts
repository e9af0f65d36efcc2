import { describe, expect, it } from 'vitest'
import { aContact, aPhone } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { deface } from './deface.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeContact } from './scene.ts'

export function describeContactRepository(open: OpenDesk): void {
  describe('contacts', () => {
    const desk = useDesk(open)
    const find = (id: string) => desk.run(({ contacts }) => contacts.find(id))

    it('keeps phones, short codes and names', async () => {
      const contacts = [
        aContact(),
        aContact({ address: { kind: 'short-code', value: '12345' } }),
        aContact({
          address: { kind: 'name', value: 'Müller & Co' },
          name: 'Shop 🛒',
          note: 'Ring first\n🎉',
          blockedAt: START + 1,
        }),
      ]
      for (const contact of contacts) {
        await desk.run((opened) => opened.contacts.add(contact))
        expect(await find(contact.id)).toEqual(contact)
        expect(await desk.run((opened) => opened.contacts.findByAddress(contact.address))).toEqual(contact)
      }
      expect(await find(aContact().id)).toBeNull()
      expect(await desk.run((opened) => opened.contacts.findByAddress(aPhone()))).toBeNull()
    })

    it('adds an address once, also when many come at once', async () => {
      const address = aPhone()
      const adding = Array.from({ length: 10 }, () => aContact({ address }))
      const added = await Promise.all(adding.map((contact) => desk.run(({ contacts }) => contacts.add(contact))))
      expect(added.filter(Boolean)).toHaveLength(1)
      const kept = await desk.run(({ contacts }) => contacts.findByAddress(address))
      expect(kept).toEqual(adding[added.indexOf(true)])
    })

    it.each([
      ['+541123456782', '+5491123456782'],
      ['+5215512345681', '+525512345681'],
    ])('knows %s and %s for one number, and keeps the spelling it was added with', async (value, other) => {
      const contact = await storeContact(desk, { address: { kind: 'phone', value } })
      const find = (spelling: string) =>
        desk.run(({ contacts }) => contacts.findByAddress({ kind: 'phone', value: spelling }))
      expect([await find(value), await find(other)]).toEqual([contact, contact])
      const twin = aContact({ address: { kind: 'phone', value: other } })
      expect(await desk.run(({ contacts }) => contacts.add(twin))).toBe(false)
      await desk.run(({ contacts }) => contacts.save({ ...contact, writesFrom: other }))
      expect(await find(value)).toEqual({ ...contact, writesFrom: other })
    })

    it('adds one contact when both spellings of a number come at once', async () => {
      const spellings = ['+541123456782', '+5491123456782']
      const adding = spellings.map((value) => aContact({ address: { kind: 'phone', value } }))
      const added = await Promise.all(adding.map((contact) => desk.run(({ contacts }) => contacts.add(contact))))
      expect(added.filter(Boolean)).toHaveLength(1)
    })

    it('saves over what it had, and keeps values', async () => {
      const contact = await storeContact(desk)
      const named = { ...contact, writesFrom: '+12025550188', name: 'Kim', note: 'VIP', blockedAt: START + 5 }
      const given = { ...named, address: { ...named.address } }
      await desk.run(({ contacts }) => contacts.save(given))
      deface(given)
      deface(await find(contact.id))
      expect(await find(contact.id)).toEqual(named)
    })
  })
}
