import { describe, expect, it } from 'vitest'
import type { Change, ChangeFeed } from '../../src/ports/change-feed.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeScene } from './scene.ts'

const MARKER = { kind: 'inbox', inboxId: 'marker' } as const

export function describeChangeFeed(open: OpenDesk): void {
  describe('change feed', () => {
    const desk = useDesk(open)
    const mark = () => desk.run(async ({ changes }) => changes.record(MARKER))

    it('announces every kind of change of committed work, in its order', async () => {
      const changes: Change[] = [
        { kind: 'ticket', ticketNumber: 42, what: 'text' },
        { kind: 'agent', agentId: 'a' },
        { kind: 'inbox', inboxId: 'b' },
      ]
      const heard = heardUntilMarked(desk.subject.changeFeed)
      await desk.run(async (opened) => {
        for (const change of changes) opened.changes.record(change)
      })
      await mark()
      expect(await heard).toEqual(changes)
    })

    it('says nothing of work that was undone', async () => {
      const heard = heardUntilMarked(desk.subject.changeFeed)
      const undone = desk.run(async (opened) => {
        opened.changes.record({ kind: 'ticket', ticketNumber: 42, what: 'text' })
        throw new Error('on purpose')
      })
      await expect(undone).rejects.toThrow('on purpose')
      await mark()
      expect(await heard).toEqual([])
    })

    it('speaks only when the work can be seen', async () => {
      const { ticket, agent } = await storeScene(desk)
      const seen = new Promise((resolve) => {
        desk.subject.changeFeed.subscribe(() => {
          resolve(desk.tickets.find(ticket.number, agent.id, START).then((row) => row?.status))
        })
      })
      await desk.run(async (opened) => {
        opened.changes.record({ kind: 'ticket', ticketNumber: ticket.number, what: 'state' })
        await opened.tickets.save({ ...ticket, status: 'snoozed' })
      })
      expect(await seen).toBe('snoozed')
    })

    it('tells every listener, and none that has gone', async () => {
      const gone: Change[] = []
      desk.subject.changeFeed.subscribe((changes) => gone.push(...changes))()
      const staying = [heardUntilMarked(desk.subject.changeFeed), heardUntilMarked(desk.subject.changeFeed)]
      const change: Change = { kind: 'agent', agentId: 'a' }
      await desk.run(async ({ changes }) => changes.record(change))
      await mark()
      expect(await Promise.all(staying)).toEqual([[change], [change]])
      expect(gone).toEqual([])
    })
  })
}

/** What the feed announces before the marker. */
function heardUntilMarked(feed: ChangeFeed): Promise<Change[]> {
  const heard: Change[] = []
  return new Promise((resolve) => {
    const end = feed.subscribe((changes) => {
      heard.push(...changes)
      const marked = heard.findIndex((change) => change.kind === 'inbox' && change.inboxId === MARKER.inboxId)
      if (marked < 0) return
      end()
      resolve(heard.slice(0, marked))
    })
  })
}
