import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Act, acts, type Step, steps, UndoScene } from '../../../testing/undo-scene.ts'

const story: fc.Arbitrary<Step[]> = fc.array(steps, { maxLength: 8 })

describe('whatever an agent does to a ticket', () => {
  it('is undone: the ticket equals what it was', async () => {
    await fc.assert(
      fc.asyncProperty(story, acts, async (steps, act) => {
        const scene = await UndoScene.open(steps)
        const before = await scene.state()
        if (!(await scene.act(act))) return
        scene.desk.clock.advance(5_000)
        expect(await scene.undo(act)).toBe('undone')
        expect(await scene.state()).toEqual(before)
      }),
      { numRuns: 400 },
    )
  })

  it('is undone beside what somebody else did meanwhile, or refused and left alone', async () => {
    await fc.assert(
      fc.asyncProperty(story, acts, steps, async (steps, act, meanwhile) => {
        const scene = await UndoScene.open(steps)
        const before = await scene.state()
        if (!(await scene.act(act))) return
        const after = await scene.state()
        await scene.take(meanwhile)
        const changed = await scene.state()
        const told = await scene.undo(act)
        const now = await scene.state()
        if (told !== 'undone' && told !== 'undone, changed since') {
          expect(now).toEqual(changed)
          // A reply may have left meanwhile, which the ticket does not tell.
          if (act.do !== 'reply') expect(changed).not.toEqual(after)
          return
        }
        // What the action left alone is as the other one left it; what it changed is as it was.
        for (const field of ['status', 'assigneeId', 'snoozedUntil', 'closedAt'] as const) {
          expect(now.ticket[field]).toEqual(
            before.ticket[field] === after.ticket[field] ? changed.ticket[field] : before.ticket[field],
          )
        }
        if (told === 'undone' && act.do !== 'reply') expect(now.ticket.tags).toEqual(before.ticket.tags)
      }),
      { numRuns: 400 },
    )
  })
})

describe('undoing', () => {
  let scene: UndoScene
  const closing: Act = { do: 'close' }
  const undo = (act: Act = closing) => scene.undo(act)

  beforeEach(async () => {
    scene = await UndoScene.open([])
  })

  it('is refused when somebody changed the same thing, and says so', async () => {
    await scene.act({ do: 'assign', to: 'ada' })
    await scene.take({ do: 'assign', to: 'bob' })
    expect(await undo({ do: 'assign', to: 'ada' })).toBe('ticket-changed')
    expect((await scene.state()).ticket.assigneeId).toBe(scene.desk.bob.id)
  })

  it('of a closing leaves a ticket alone that a text reopened', async () => {
    await scene.act(closing)
    await scene.take({ do: 'text' })
    expect(await undo()).toBe('ticket-changed')
  })

  it('keeps the tag that a colleague added meanwhile', async () => {
    await scene.act({ do: 'tag', tags: ['VIP'] })
    await scene.take({ do: 'tag', tags: ['VIP', 'refund'] })
    expect(await undo({ do: 'tag', tags: ['VIP'] })).toBe('undone, changed since')
    expect((await scene.state()).ticket.tags).toEqual(['refund'])
  })

  it('of a reopening does not close over a text that came since', async () => {
    await scene.act(closing)
    await scene.act({ do: 'reopen' })
    await scene.take({ do: 'text' })
    expect(await undo({ do: 'reopen' })).toBe('newer-message')
  })

  it('is refused beside another open ticket of the customer', async () => {
    await scene.act(closing)
    scene.desk.clock.advance(25 * 3_600_000)
    await scene.take({ do: 'text' })
    expect(await undo()).toBe('other-ticket-open')
  })

  it('makes nobody wait who was blocked meanwhile', async () => {
    await scene.act(closing)
    await scene.block()
    expect(await undo()).toBe('undone')
    expect((await scene.state()).ticket.waitingSince).toBeNull()
  })

  it('of a closing lets the customer wait again whose answer was undone meanwhile', async () => {
    const { waitingSince } = (await scene.state()).ticket
    await scene.act({ do: 'reply' })
    await scene.act(closing)
    expect(await undo({ do: 'reply' })).toBe('undone')
    expect(await undo()).toBe('undone')
    expect((await scene.state()).ticket.waitingSince).toBe(waitingSince)
  })

  it('goes by one at a time, the last first, and each once', async () => {
    const before = await scene.state()
    const all: Act[] = [{ do: 'assign', to: 'bob' }, { do: 'tag', tags: ['VIP'] }, { do: 'snooze', hours: 1 }, closing]
    for (const act of all) await scene.act(act)
    for (const act of all.toReversed()) expect(await undo(act)).toBe('undone')
    expect(await scene.state()).toEqual(before)
    expect(await undo()).toBe('not-found')
  })

  it('stands in the timeline as what it is', async () => {
    await scene.act(closing)
    await undo()
    expect((await scene.desk.activity()).map(({ what, actorId }) => [what, actorId])).toEqual([
      ['closed', scene.desk.ada.id],
      ['reopened', scene.desk.ada.id],
    ])
  })
})
