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

    it('saves over what it had, and keeps values', async () => {
      const contact = await storeContact(desk)
      const named = { ...contact, name: 'Kim', note: 'VIP', blockedAt: START + 5 }
      const given = { ...named, address: { ...named.address } }
      await desk.run(({ contacts }) => contacts.save(given))
      deface(given)
      deface(await find(contact.id))
      expect(await find(contact.id)).toEqual(named)
    })
  })
}
