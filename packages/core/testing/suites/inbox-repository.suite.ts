import { describe, expect, it } from 'vitest'
import { anInbox } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { deface } from './deface.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeInbox } from './scene.ts'

export function describeInboxRepository(open: OpenDesk): void {
  describe('inboxes', () => {
    const desk = useDesk(open)
    const find = (id: string) => desk.run(({ inboxes }) => inboxes.find(id))

    it('keeps every field', async () => {
      const inbox = anInbox({
        name: 'Unrecognised number',
        number: null,
        provider: 'simulated',
        isDefault: false,
        reopenHours: 0,
        optOutWords: { out: ['stop', 'arrêt'], in: ['start'], help: [] },
        answersKeywords: false,
        automaticTextsPerHour: 7,
        textsPerSecond: 3,
        pausedUntil: START + 5,
      })
      await desk.run(({ inboxes }) => inboxes.add(inbox))
      expect(await find(inbox.id)).toEqual(inbox)
      expect(await find(anInbox().id)).toBeNull()
    })

    it('finds by number, exactly as stored', async () => {
      const inbox = await storeInbox(desk, { number: '+12025550150' })
      const shortCode = await storeInbox(desk, { number: '12345' })
      await storeInbox(desk, { number: null })
      const byNumber = (number: string) => desk.run(({ inboxes }) => inboxes.findByNumber(number))
      expect(await byNumber('+12025550150')).toEqual(inbox)
      expect(await byNumber('12345')).toEqual(shortCode)
      expect(await byNumber('12025550150')).toBeNull()
    })

    it('lists the oldest first', async () => {
      const younger = await storeInbox(desk, { number: '+12025550150', createdAt: START + 2 })
      const older = await storeInbox(desk, { number: '+12025550151', createdAt: START + 1 })
      expect(await desk.run(({ inboxes }) => inboxes.list())).toEqual([older, younger])
    })

    it('saves over what it had, and keeps values', async () => {
      const inbox = await storeInbox(desk)
      const changed = {
        ...inbox,
        name: 'Sales',
        pausedUntil: START + 5,
        optOutWords: { out: ['halt'], in: [], help: [] },
      }
      const given = { ...changed, optOutWords: { out: ['halt'], in: [], help: [] } }
      await desk.run(({ inboxes }) => inboxes.save(given))
      deface(given)
      deface(await find(inbox.id))
      expect(await find(inbox.id)).toEqual(changed)
    })
  })
}
