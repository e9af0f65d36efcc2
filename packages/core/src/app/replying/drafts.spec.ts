import { beforeEach, describe, expect, it } from 'vitest'
import { refusalOf, TestDesk } from '../../../testing/test-desk.ts'
import type { DraftMode } from '../../domain/ticket/draft.ts'
import { AddNote } from './add-note.ts'
import { DiscardDraft } from './discard-draft.ts'
import { ReplyToTicket } from './reply-to-ticket.ts'
import { SaveDraft } from './save-draft.ts'

let desk: TestDesk
let place: { agentId: string; ticketNumber: number }
const save = (mode: DraftMode, body: string, more: object = {}) =>
  new SaveDraft(desk.deps).execute({ ...place, mode, body, ...more })
const discard = (mode: DraftMode | null) => new DiscardDraft(desk.deps).execute({ ...place, mode })
const list = async (agentId = place.agentId) =>
  (await desk.memory.workspaceQueries.listDrafts(agentId, null, 10)).map(({ mode, body }) => `${mode}: ${body}`)
const reply = (agentId: string) => {
  const choices = { seenMessageId: null, sendNow: false, idempotencyKey: agentId }
  return new ReplyToTicket(desk.deps).execute({ ticketNumber: 1, agentId, body: 'Sent', ...choices })
}

beforeEach(async () => {
  desk = await TestDesk.open()
  place = { agentId: desk.ada.id, ticketNumber: 1 }
  await desk.receive('Hello')
})

describe('a draft', () => {
  it('is kept as it was written last, in each mode, until it is discarded or blank', async () => {
    await save('reply', 'We wi')
    await save('reply', ' We will ')
    desk.clock.advance(1)
    await save('note', 'VIP')
    expect(await list()).toEqual(['note: VIP', 'reply:  We will '])
    await discard('note')
    expect(await list()).toEqual(['reply:  We will '])
    await save('reply', ' \n')
    expect(await list()).toEqual([])
  })

  it('is discarded with the other one, too', async () => {
    await save('reply', 'We')
    await save('note', 'VIP')
    await discard(null)
    await discard(null)
    expect(await list()).toEqual([])
  })

  it('ends with what it was for, and no other', async () => {
    await save('reply', 'Mine')
    await save('note', 'My note')
    await save('reply', 'Theirs', { agentId: desk.bob.id })
    await reply(desk.ada.id)
    expect([await list(), await list(desk.bob.id)]).toEqual([['note: My note'], ['reply: Theirs']])
    await new AddNote(desk.deps).execute({ ...place, body: 'Noted' })
    expect([await list(), await list(desk.bob.id)]).toEqual([[], ['reply: Theirs']])
  })

  it('outlives a refused reply', async () => {
    await save('reply', 'Mine')
    const seen = (await desk.messages())[0]?.id ?? ''
    await desk.receive('Wait')
    const choices = { seenMessageId: seen, sendNow: false, idempotencyKey: 'key' }
    const crossing = new ReplyToTicket(desk.deps).execute({ ...place, body: 'Mine', ...choices })
    expect([await refusalOf(crossing), await list()]).toEqual(['newer-message', ['reply: Mine']])
  })

  it('needs a ticket', async () => {
    expect(await refusalOf(save('reply', 'x', { ticketNumber: 7 }))).toBe('not-found')
  })
})
