import { beforeEach, describe, expect, it } from 'vitest'
import { refusalOf, TestDesk } from '../../../../testing/test-desk.ts'
import { AddCannedReply } from './add-canned-reply.ts'
import { ChangeCannedReply } from './change-canned-reply.ts'
import { RemoveCannedReply } from './remove-canned-reply.ts'

let desk: TestDesk
const add = (more: object = {}) =>
  new AddCannedReply(desk.deps).execute({
    ...{ agentId: desk.ada.id, shortcut: 'hours', title: null, body: 'From 9 to 5, {{name}}.' },
    ...more,
  })
const change = (cannedReplyId: string, more: object) =>
  new ChangeCannedReply(desk.deps).execute({ cannedReplyId, agentId: desk.bob.id, ...more })
const list = () => desk.memory.workspaceQueries.listCannedReplies()

beforeEach(async () => {
  desk = await TestDesk.open()
})

describe('canned replies', () => {
  it('are added, changed and removed by any agent, and the audit log says by whom', async () => {
    const added = await add({ title: '  Opening hours ' })
    expect(await list()).toEqual([{ ...added, title: 'Opening hours', createdAt: desk.clock.now() }])
    const updatedAt = desk.clock.advance(10)
    const changed = await change(added.id, { body: 'Closed.', title: ' ' })
    expect(changed).toEqual({ ...added, title: null, body: 'Closed.', updatedAt })
    expect(await list()).toEqual([changed])
    await new RemoveCannedReply(desk.deps).execute({ cannedReplyId: added.id, agentId: desk.ada.id })
    expect(await list()).toEqual([])
    expect(desk.memory.auditEntries().map(({ what, actorId, subjectId }) => [what, actorId, subjectId])).toEqual([
      ['canned-reply.added', desk.ada.id, added.id],
      ['canned-reply.changed', desk.bob.id, added.id],
      ['canned-reply.removed', desk.ada.id, added.id],
    ])
  })

  it('have a shortcut of their own, and one that was given up is free', async () => {
    const first = await add()
    expect(await refusalOf(add())).toBe('shortcut-taken')
    const second = await add({ shortcut: 'address' })
    expect(await refusalOf(change(second.id, { shortcut: 'hours' }))).toBe('shortcut-taken')
    await change(first.id, { shortcut: 'times' })
    expect(await refusalOf(change(second.id, { shortcut: 'hours' }))).toBe('done')
  })

  it.each([' \n', '\u200B', '\u3164'])('are refused where they show nothing: %j', async (body) => {
    expect(await refusalOf(add({ body }))).toBe('message-empty')
  })

  it.each([
    { shortcut: '' },
    { shortcut: 'Hours' },
    { shortcut: 'opening hours' },
    { shortcut: 'x'.repeat(41) },
    { body: 'x'.repeat(1_601) },
    { title: 'x'.repeat(81) },
  ])('are refused with %j', async (more) => {
    const { id } = await add({ shortcut: 'good-one-2' })
    expect(await refusalOf(add(more))).toBe('invalid-input')
    expect(await refusalOf(change(id, more))).toBe('invalid-input')
    expect(await list()).toHaveLength(1)
  })

  it('that are gone cannot be changed', async () => {
    expect(await refusalOf(change('nothing', { body: 'x' }))).toBe('not-found')
    const removal = new RemoveCannedReply(desk.deps).execute({ cannedReplyId: 'nothing', agentId: desk.ada.id })
    expect(await refusalOf(removal)).toBe('not-found')
  })
})
