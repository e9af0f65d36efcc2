import { describe, expect, it } from 'vitest'
import type { Inbox, Provider } from '../../src/domain/inbox/inbox.ts'
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
        thanksStayClosed: false,
        optOutWords: { out: ['stop', 'arrêt'], in: ['start'], help: [] },
        answersKeywords: false,
        language: 'fr',
        company: 'Example Outdoor Ltd',
        helpContact: 'help@example.com',
        consentTexts: { out: '{{company}}: Bye.', in: null, help: 'Ask {{contact}}.' },
        automaticTextsPerHour: 7,
        textsPerSecond: 3,
        pausedUntil: START + 5,
      })
      await desk.run(({ inboxes }) => inboxes.add(inbox))
      expect(await find(inbox.id)).toEqual(inbox)
      expect(await find(anInbox().id)).toBeNull()
    })

    it('finds by provider and number, exactly as stored', async () => {
      const inbox = await storeInbox(desk, { number: '+12025550150' })
      const practice = await storeInbox(desk, { number: '+12025550150', provider: 'simulated' })
      const shortCode = await storeInbox(desk, { number: '12345' })
      const unrecognised = await storeInbox(desk, { number: null })
      const byNumber = (number: string | null, provider: Provider = 'messagebird') =>
        desk.run(({ inboxes }) => inboxes.findByNumber(provider, number))
      expect(await byNumber('+12025550150')).toEqual(inbox)
      expect(await byNumber('+12025550150', 'simulated')).toEqual(practice)
      expect(await byNumber('12345')).toEqual(shortCode)
      expect(await byNumber(null)).toEqual(unrecognised)
      expect(await byNumber(null, 'simulated')).toBeNull()
      expect(await byNumber('12025550150')).toBeNull()
    })

    it('knows its own numbers, whoever carries them', async () => {
      await storeInbox(desk, { number: '+12025550150', provider: 'simulated' })
      await storeInbox(desk, { number: null })
      const has = (number: string) => desk.run(({ inboxes }) => inboxes.hasNumber(number))
      expect([await has('+12025550150'), await has('+12025550151'), await has('')]).toEqual([true, false, false])
    })

    it('refuses a second inbox of a number, also to those who add it at once', async () => {
      for (const number of ['+12025550150', null]) {
        const add = () => desk.run(({ inboxes }) => inboxes.add(anInbox({ number })))
        const added = await Promise.all([add(), add(), add()])
        expect(added.filter(Boolean)).toEqual([true])
        expect(await add()).toBe(false)
      }
      expect(await desk.run(({ inboxes }) => inboxes.list())).toHaveLength(2)
    })

    it('goes on after a refusal, in the same unit of work', async () => {
      const inbox = await storeInbox(desk)
      const found = await desk.run(async ({ inboxes }) => {
        expect(await inboxes.add(anInbox())).toBe(false)
        return inboxes.findByNumber(inbox.provider, inbox.number)
      })
      expect(found).toEqual(inbox)
    })

    it('keeps both of two changes to different things, made at once', async () => {
      const inbox = await storeInbox(desk)
      const change = (more: Partial<Inbox>) =>
        desk.run(async ({ inboxes }) => {
          const found = await inboxes.find(inbox.id)
          if (found) await inboxes.save({ ...found, ...more })
        })
      await Promise.all([change({ name: 'Sales' }), change({ pausedUntil: START + 5 }), change({ reopenHours: 3 })])
      expect(await find(inbox.id)).toEqual({ ...inbox, name: 'Sales', pausedUntil: START + 5, reopenHours: 3 })
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
      const consentTexts = { ...changed.consentTexts }
      const given = { ...changed, consentTexts, optOutWords: { out: ['halt'], in: [], help: [] } }
      await desk.run(({ inboxes }) => inboxes.save(given))
      deface(given)
      deface(await find(inbox.id))
      expect(await find(inbox.id)).toEqual(changed)
    })
  })
}
