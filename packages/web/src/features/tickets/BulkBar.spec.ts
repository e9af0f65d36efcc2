import type { TicketSummary } from '@textdesk/server/contract'
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { h, shallowRef } from 'vue'
import { deferred } from '../../shared/testing/deferred.ts'
import { type Answer, FakeDesk } from '../../shared/testing/fake-desk.ts'
import { inbound, ticket } from '../../shared/testing/items.ts'
import { arrowTo, mountWithKeys, press } from '../../shared/testing/keyboard.ts'
import { useUndo } from '../undo/undo.ts'
import BulkBar from './BulkBar.vue'

const ben = { id: 'a2', name: 'Ben', state: 'active' }

let desk: FakeDesk
let wrapper: VueWrapper
let done: (readonly number[])[]

function open(...tickets: TicketSummary[]): void {
  wrapper = mountWithKeys(BulkBar, { tickets, onDone: (numbers: readonly number[]) => done.push(numbers) }).wrapper
}

const undoing = (number: number, what = 'closure') =>
  `/api/tickets/${number}/actions/${desk.askedFor('PUT', `/api/tickets/${number}/${what}`)[0]?.headers['undo-key']}`
const bodies = (method: string, path: string) => desk.askedFor(method, path).map(({ body }) => body)

describe('BulkBar', () => {
  beforeEach(() => {
    done = []
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
    expect(done).toEqual([[1, 2]])
    for (const number of [1, 2]) desk.answer('DELETE', undoing(number), { status: 200, json: { changedSince: false } })
    expect(await useUndo().undoLast()).toBeNull()
    for (const number of [1, 2]) expect(desk.askedFor('DELETE', undoing(number))).toHaveLength(1)
    expect(useUndo().said).toBe('Undone: closed 2 tickets.')
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

  it('says which could not be undone, and undoes the others', async () => {
    open(ticket({ number: 1 }), ticket({ number: 2 }))
    await press('e')
    await flushPromises()
    const detail = 'Somebody changed ticket 1 since. It stays as it is now.'
    desk.answer('DELETE', undoing(1), { status: 409, json: { code: 'ticket-changed', detail } })
    desk.answer('DELETE', undoing(2), { status: 200, json: { changedSince: true } })
    await useUndo().undoLast()
    expect(useUndo().said).toBe(`Undone: closed 2 tickets. But not all: ${detail}`)
  })

  it('works on what was selected when it was asked, whatever is selected meanwhile', async () => {
    const first = deferred<Answer>()
    desk.answer('PUT', '/api/tickets/1/assignee', first.promise)
    const selected = shallowRef([ticket({ number: 1 }), ticket({ number: 2 })])
    const Host = { render: () => h(BulkBar, { tickets: selected.value, onDone: (some) => done.push(some) }) }
    wrapper = mountWithKeys(Host, {}).wrapper
    await flushPromises()
    await press('i')
    // Another one is picked, and both are closed, while the first is being assigned.
    selected.value = [ticket({ number: 2 })]
    await flushPromises()
    await press('e')
    first.resolve({ status: 204 })
    await vi.waitFor(() => expect(done).toEqual([[1, 2], [2]]))
    for (const number of [1, 2]) expect(bodies('PUT', `/api/tickets/${number}/assignee`)).toEqual([{ agentId: 'a1' }])
    expect([bodies('PUT', '/api/tickets/1/closure'), bodies('PUT', '/api/tickets/2/closure')]).toMatchObject([[], [{}]])
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
    // The desk remembers nothing of the second: the tag was there before.
    desk.answer('DELETE', undoing(1, 'tags/outage'), { status: 200, json: { changedSince: false } })
    await useUndo().undoLast()
    expect(desk.askedFor('DELETE', undoing(1, 'tags/outage'))).toHaveLength(1)
    expect(useUndo().said).toBe("Undone: tagged 'outage': 2 tickets.")
  })

  it('u selects none', async () => {
    open(ticket({ number: 1 }))
    await press('u')
    expect(done).toEqual([[1]])
    expect(desk.asked.filter(({ method }) => method !== 'GET')).toEqual([])
  })
})
