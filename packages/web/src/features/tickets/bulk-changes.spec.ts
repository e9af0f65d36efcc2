import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeDesk } from '../../shared/testing/fake-desk.ts'
import { inbound, ticket } from '../../shared/testing/items.ts'
import { assigning, changeAll, closing, resultWords, tagging } from './bulk-changes.ts'

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
    const result = await changeAll(rows, assigning({ id: 'a1', name: 'Ana' }).change)
    expect(resultWords('Assigned', result)).toBe('Assigned 1 ticket. 1 refused: ticket 1 (Ana left the desk).')
  })

  it('closing counts as seen only what the row showed', async () => {
    const items = [inbound({ seq: 3, id: 'm3', at: LATER }), inbound({ seq: 2, id: 'm2', at: AT })]
    desk.answer('GET', '/api/tickets/1/messages?limit=50', { status: 200, json: { items, nextCursor: null } })
    desk.answer('PUT', '/api/tickets/1/closure', { status: 204 })
    await changeAll(rows.slice(0, 1), closing.change)
    expect(desk.askedFor('PUT', '/api/tickets/1/closure')).toMatchObject([{ body: { seenMessageId: 'm2' } }])
  })

  it('taking a closing back leaves closed what was closed before', async () => {
    desk.answer('DELETE', '/api/tickets/1/closure', { status: 204 })
    await changeAll([ticket({ number: 1 }), ticket({ number: 2, status: 'closed' })], closing.back)
    expect(desk.asked.map(({ path }) => path)).toEqual(['/api/tickets/1/closure'])
  })

  it('a tag is added to each ticket, and taken off again where it was not before', async () => {
    for (const number of [1, 2]) {
      for (const method of ['PUT', 'DELETE'] as const)
        desk.answer(method, `/api/tickets/${number}/tags/refund`, { status: 200, json: { tags: [] } })
    }
    await changeAll(rows, tagging('refund').change)
    await changeAll(rows, tagging('refund').back)
    expect(desk.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PUT /api/tickets/1/tags/refund',
      'PUT /api/tickets/2/tags/refund',
      'DELETE /api/tickets/1/tags/refund',
    ])
  })
})
