import { describe, expect, it } from 'vitest'
import { aCannedReply } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'

export function describeCannedReplies(open: OpenDesk): void {
  describe('canned replies', () => {
    const desk = useDesk(open)
    const add = (reply: ReturnType<typeof aCannedReply>) => desk.run(({ cannedReplies }) => cannedReplies.add(reply))
    const save = (reply: ReturnType<typeof aCannedReply>) => desk.run(({ cannedReplies }) => cannedReplies.save(reply))
    const find = (id: string) => desk.run(({ cannedReplies }) => cannedReplies.find(id))

    it('are kept, changed, removed and listed by shortcut', async () => {
      const hours = aCannedReply({ shortcut: 'hours', title: 'Öffnungszeiten', body: 'Von 9 bis 5 🎉\n{{agent}}' })
      const address = aCannedReply({ shortcut: 'address' })
      expect([await add(hours), await add(address)]).toEqual([true, true])
      expect(await find(hours.id)).toEqual(hours)
      const changed = { ...hours, shortcut: 'times', title: null, body: 'Changed', updatedAt: START + 5 }
      expect(await save(changed)).toBe(true)
      expect(await desk.workspace.listCannedReplies()).toEqual([address, changed])
      await desk.run(({ cannedReplies }) => cannedReplies.remove(address.id))
      await desk.run(({ cannedReplies }) => cannedReplies.remove('nothing'))
      expect(await find(address.id)).toBeNull()
      expect(await desk.workspace.listCannedReplies()).toEqual([changed])
    })

    it('have a shortcut each, also when they come at once', async () => {
      const same = Array.from({ length: 5 }, () => aCannedReply({ shortcut: 'hours' }))
      const added = await Promise.all(same.map(add))
      expect(added.filter(Boolean)).toHaveLength(1)
      const other = aCannedReply({ shortcut: 'other' })
      await add(other)
      expect(await save({ ...other, shortcut: 'hours', body: 'Lost' })).toBe(false)
      expect(await find(other.id)).toEqual(other)
      expect(await save({ ...other, body: 'Kept' })).toBe(true)
    })
  })
}
