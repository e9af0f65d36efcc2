import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeDesk } from '../../shared/testing/fake-desk.ts'
import { inbound, ticket } from '../../shared/testing/items.ts'
import { assigning, changeAll, closing, resultWords, tagging, undoAll } from './bulk-changes.ts'

const AT = '2026-11-22T10:00:00.000Z'
const LATER = '2026-11-22T10:05:00.000Z'
const rows = [ticket({ number: 1 }), ticket({ number: 2, tags: ['Refund'], assignee: { id: 'a2', name: 'Ben' } })]
let desk: FakeDesk

describe('changes to many tickets', () => {
  beforeEach(() => {
    desk = new FakeDesk()
  })
  afterEach(() => vi.unstubAllGlobals())

  it('a refused one stops no other, and the result says why', async () => {
    desk.answer('PUT', '/api/tickets/1/assignee', { status: 409, json: { code: 'gone', detail: 'Ana left the desk.' } })
    desk.answer('PUT', '/api/tickets/2/assignee', { status: 204 })
    const result = await changeAll(rows, (row) => assigning({ id: 'a1', name: 'Ana' })(row, 'key'))
    expect(resultWords('Assigned', result)).toBe('Assigned 1 ticket. 1 refused: ticket 1 (Ana left the desk).')
  })

  it('closing counts as seen only what the row showed', async () => {
    const items = [inbound({ seq: 3, id: 'm3', at: LATER }), inbound({ seq: 2, id: 'm2', at: AT })]
    desk.answer('GET', '/api/tickets/1/messages?limit=50', { status: 200, json: { items, nextCursor: null } })
    desk.answer('PUT', '/api/tickets/1/closure', { status: 204 })
    await changeAll(rows.slice(0, 1), (row) => closing(row, 'key'))
    expect(desk.askedFor('PUT', '/api/tickets/1/closure')).toMatchObject([{ body: { seenMessageId: 'm2' } }])
  })

  it('undoing a closing leaves closed what was closed before: the desk has nothing to undo there', async () => {
    desk.answer('DELETE', '/api/tickets/1/actions/key', { status: 200, json: { changedSince: false } })
    expect(await undoAll(rows, 'key')).toBeUndefined()
    expect(desk.asked.map(({ path }) => path)).toEqual(['/api/tickets/1/actions/key', '/api/tickets/2/actions/key'])
  })

  it('undoing says what stays, and fails where all of it stays', async () => {
    const refusal = (number: number) => ({
      status: 409,
      json: { code: 'ticket-changed', detail: `${number} changed.` },
    })
    desk.answer('DELETE', '/api/tickets/1/actions/key', refusal(1))
    desk.answer('DELETE', '/api/tickets/2/actions/key', { status: 200, json: { changedSince: true } })
    expect(await undoAll(rows, 'key')).toBe('But not all: 1 changed.')
    expect(await undoAll(rows.slice(1), 'key')).toBe('Somebody changed some of them meanwhile: that stays.')
    await expect(undoAll(rows.slice(0, 1), 'key')).rejects.toThrow('1 changed.')
  })

  it('a tag is added to each ticket', async () => {
    for (const number of [1, 2]) {
      for (const method of ['PUT', 'DELETE'] as const)
        desk.answer(method, `/api/tickets/${number}/tags/refund`, { status: 200, json: { tags: [] } })
    }
    await changeAll(rows, (row) => tagging('refund')(row, 'key'))
    expect(desk.asked.map(({ method, path, headers }) => [method, path, headers['undo-key']])).toEqual([
      ['PUT', '/api/tickets/1/tags/refund', 'key'],
      ['PUT', '/api/tickets/2/tags/refund', 'key'],
    ])
  })
})
