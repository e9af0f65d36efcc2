import { beforeEach, describe, expect, it } from 'vitest'
import { refusalOf, TestDesk } from '../../../testing/test-desk.ts'
import { MAX_TAGS } from '../../domain/ticket/tag.ts'
import { AddTag } from './add-tag.ts'
import { RemoveTag } from './remove-tag.ts'
import { TagTicket } from './tag-ticket.ts'

let desk: TestDesk
const tag = (tags: string[], ticketNumber = 1) =>
  new TagTicket(desk.deps).execute({ ticketNumber, agentId: desk.ada.id, tags })

beforeEach(async () => {
  desk = await TestDesk.open()
  await desk.receive('Hello')
})

describe('tagging', () => {
  it('keeps tags trimmed, each once, in their order', async () => {
    const kept = ['Refund', 'VIP kettle', 'Straße']
    expect(await tag([' Refund ', 'VIP \n kettle', 'REFUND', 'Straße'])).toEqual(kept)
    expect((await desk.ticket()).tags).toEqual(kept)
    await tag([])
    expect((await desk.ticket()).tags).toEqual([])
  })

  it('keeps the spelling of the desk, as long as a ticket has the tag', async () => {
    await desk.receive('Hello', '+12025550150')
    await tag(['Refund'])
    expect(await tag(['refund', 'new'], 2)).toEqual(['Refund', 'new'])
    await tag([])
    await tag([], 2)
    expect(await tag(['refund'])).toEqual(['refund'])
  })

  it('is quiet: the ticket keeps its place, its time and its timeline, and pages hear of it once', async () => {
    const before = await desk.ticket()
    const heard: unknown[] = []
    desk.memory.changeFeed.subscribe((changes) => heard.push(...changes))
    desk.clock.advance(5_000)
    await tag(['Refund'])
    await tag(['Refund'])
    expect(await desk.ticket()).toEqual({ ...before, tags: ['Refund'] })
    expect(await desk.activity()).toEqual([])
    expect(heard).toEqual([{ kind: 'ticket', ticketNumber: 1, what: 'tags' }])
  })

  it.each(['', ' ', '\u200B', '\u00AD\u2060', '\u2800', '\u3164 \uFE0F'])(
    'is refused when a tag shows nothing: %j',
    async (nothing) => {
      expect(await refusalOf(tag(['ok', nothing]))).toBe('message-empty')
      expect((await desk.ticket()).tags).toEqual([])
    },
  )

  it('keeps no two tags that look the same', async () => {
    expect(await tag(['Re\u00ADfund', 'refund\u200B', '\u202AVIP\u202C', '👩\u200D💻', '❤\uFE0F'])).toEqual([
      'Refund',
      'VIP',
      '👩\u200D💻',
      '❤\uFE0F',
    ])
  })

  it.each([
    ['too long', ['x'.repeat(41)]],
    ['too many', Array.from({ length: MAX_TAGS + 1 }, (_, n) => `tag ${n}`)],
  ])('is refused when a tag is %s', async (_, tags) => {
    expect(await refusalOf(tag(tags))).toBe('invalid-input')
    expect((await desk.ticket()).tags).toEqual([])
  })

  it('adds and removes one, whatever the others are, and says nothing of what changes nothing', async () => {
    await tag(['Refund', 'VIP'])
    const heard: unknown[] = []
    desk.memory.changeFeed.subscribe((changes) => heard.push(...changes))
    const add = (name: string, place?: number) =>
      new AddTag(desk.deps).execute({ ticketNumber: 1, agentId: desk.ada.id, tag: name, place })
    const remove = (name: string) =>
      new RemoveTag(desk.deps).execute({ ticketNumber: 1, agentId: desk.ada.id, tag: name })
    expect(await add(' parcel  late ')).toEqual(['Refund', 'VIP', 'parcel late'])
    expect(await remove('vip')).toEqual(['Refund', 'parcel late'])
    expect(await add('VIP', 1)).toEqual(['Refund', 'VIP', 'parcel late'])
    expect(heard).toHaveLength(3)
    expect(await add('refund')).toEqual(await remove('nothing'))
    expect(heard).toHaveLength(3)
    expect((await desk.ticket()).tags).toEqual(['Refund', 'VIP', 'parcel late'])
  })

  it('adds no more than there may be', async () => {
    const tags = Array.from({ length: MAX_TAGS }, (_, n) => `tag ${n}`)
    await tag(tags)
    const add = (name: string) =>
      refusalOf(new AddTag(desk.deps).execute({ ticketNumber: 1, agentId: desk.ada.id, tag: name }))
    expect([await add('TAG 1'), await add('one more'), await add(' ')]).toEqual([
      'done',
      'invalid-input',
      'message-empty',
    ])
    expect((await desk.ticket()).tags).toEqual(tags)
  })

  it('takes as many and as long ones as there may be', async () => {
    const tags = Array.from({ length: MAX_TAGS }, (_, n) => '🎉'.repeat(38) + String(n).padStart(2, '0'))
    expect(await tag(tags)).toEqual(tags)
    expect(await refusalOf(tag(['x'], 7))).toBe('not-found')
  })
})
