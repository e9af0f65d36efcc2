import type { TicketSummary } from '@textdesk/server/contract'
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeDesk } from '../../shared/testing/fake-desk.ts'
import { inbound, ticket } from '../../shared/testing/items.ts'
import { arrowTo, mountWithKeys, press } from '../../shared/testing/keyboard.ts'
import { useUndo } from '../undo/undo.ts'
import BulkBar from './BulkBar.vue'

const ben = { id: 'a2', name: 'Ben', state: 'active' }

let desk: FakeDesk
let wrapper: VueWrapper
let done: number

function open(...tickets: TicketSummary[]): void {
  wrapper = mountWithKeys(BulkBar, { tickets, onDone: () => (done += 1) }).wrapper
}

const bodies = (method: string, path: string) => desk.askedFor(method, path).map(({ body }) => body)

describe('BulkBar', () => {
  beforeEach(() => {
    done = 0
    desk = new FakeDesk()
    desk.answer('GET', '/api/agents', { status: 200, json: { items: [ben] } })
    desk.answer('GET', '/api/tags', { status: 200, json: { items: [] } })
    for (const number of [1, 2]) {
      desk.answer('GET', `/api/tickets/${number}/messages?limit=50`, {
        status: 200,
        json: { items: [inbound()], nextCursor: null },
      })
      for (const what of ['closure', 'assignee', 'tags/outage'])
        desk.answer('PUT', `/api/tickets/${number}/${what}`, { status: 204 })
      desk.answer('DELETE', `/api/tickets/${number}/closure`, { status: 204 })
    }
  })
  afterEach(() => {
    wrapper.unmount()
    vi.unstubAllGlobals()
  })

  it('e closes all that are selected, and what was done can be undone', async () => {
    open(ticket({ number: 1 }), ticket({ number: 2 }))
    expect(wrapper.get('[role="status"]').text()).toBe('2 selected')
    await press('e')
    await flushPromises()
    for (const number of [1, 2]) expect(bodies('PUT', `/api/tickets/${number}/closure`)).toHaveLength(1)
    expect(useUndo().last?.done).toBe('Closed 2 tickets')
    expect(done).toBe(1)
    await useUndo().undoLast()
    for (const number of [1, 2]) expect(desk.askedFor('DELETE', `/api/tickets/${number}/closure`)).toHaveLength(1)
  })

  it('one that is refused stops no other, and is named with its reason', async () => {
    desk.answer('PUT', '/api/tickets/1/closure', {
      status: 409,
      json: { code: 'newer-message', detail: 'They wrote again.' },
    })
    open(ticket({ number: 1 }), ticket({ number: 2 }))
    await press('e')
    await flushPromises()
    expect(useUndo().last?.done).toBe('Closed 1 ticket. 1 refused: ticket 1 (They wrote again)')
  })

  it('i assigns all to oneself, a offers the colleagues', async () => {
    open(ticket({ number: 1 }), ticket({ number: 2 }))
    await flushPromises()
    await press('i')
    await flushPromises()
    expect(bodies('PUT', '/api/tickets/2/assignee')).toEqual([{ agentId: 'a1' }])
    await press('a')
    await arrowTo('Ben')
    await press('Enter')
    await flushPromises()
    expect(bodies('PUT', '/api/tickets/2/assignee').at(-1)).toEqual({ agentId: 'a2' })
    expect(useUndo().last?.done).toBe('Assigned to Ben: 2 tickets')
  })

  it('t adds a tag; taking that back leaves it to those that had it', async () => {
    open(ticket({ number: 1, tags: ['VIP'] }), ticket({ number: 2, tags: ['outage'] }))
    await press('t')
    await flushPromises()
    await wrapper.get('input').setValue('outage')
    await wrapper.get('input').trigger('keydown', { key: 'Enter' })
    await flushPromises()
    for (const number of [1, 2]) expect(bodies('PUT', `/api/tickets/${number}/tags/outage`)).toHaveLength(1)
    desk.answer('DELETE', '/api/tickets/1/tags/outage', { status: 200, json: { tags: ['VIP'] } })
    await useUndo().undoLast()
    expect(desk.asked.filter(({ method }) => method === 'DELETE').map(({ path }) => path)).toEqual([
      '/api/tickets/1/tags/outage',
    ])
  })

  it('u selects none', async () => {
    open(ticket({ number: 1 }))
    await press('u')
    expect(done).toBe(1)
    expect(desk.asked.filter(({ method }) => method !== 'GET')).toEqual([])
  })
})
