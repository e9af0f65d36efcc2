import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeDesk } from '../../shared/testing/fake-desk.ts'
import { inbound, outbound, ticket } from '../../shared/testing/items.ts'
import { mountInApp } from '../../shared/testing/mount-app.ts'
import MessageComposer from '../composer/MessageComposer.vue'

const REPLIES = '/api/tickets/7/replies'
const canned = (shortcut: string, body: string) => ({ id: shortcut, shortcut, title: null, body })
let desk: FakeDesk
let wrapper: VueWrapper

const field = () => wrapper.get('textarea')
const press = (key: string, init = {}) => field().trigger('keydown', { key, ...init })

async function type(text: string): Promise<void> {
  await field().setValue(text)
  field().element.setSelectionRange(text.length, text.length)
  await field().trigger('keyup')
  await flushPromises()
}

describe('canned replies in the composer', () => {
  beforeEach(async () => {
    localStorage.clear()
    desk = new FakeDesk()
    const items = [
      canned('hours', 'Open from nine.'),
      canned('parcel', 'Hi {{name}}, about {{order}}, ticket {{ticket}}. {{agent}}'),
    ]
    desk.answer('GET', '/api/canned-replies', { status: 200, json: { items } })
    desk.answer('POST', REPLIES, { status: 202, json: outbound({ seq: 2 }, { state: 'scheduled' }) })
    const props = { ticket: ticket({ number: 7 }), messages: [inbound({ seq: 1 })] }
    wrapper = mountInApp(MessageComposer, props).wrapper
    await flushPromises()
  })
  afterEach(() => {
    wrapper.unmount()
    vi.unstubAllGlobals()
  })

  it('"/" lists them, letters filter, Enter inserts with the values filled in, and warns of what is left', async () => {
    await type('/')
    expect(wrapper.findAll('[role="option"]')).toHaveLength(2)
    await type('/par')
    expect(wrapper.get('[data-preview]').text()).toBe('Hi, about {{order}}, ticket 7. Ana')
    await press('Enter')
    await flushPromises()
    expect(field().element.value).toBe('Hi, about {{order}}, ticket 7. Ana')
    expect(wrapper.text()).toContain('{{order}} would be sent as it stands.')
    expect(desk.askedFor('POST', REPLIES)).toEqual([])
  })

  it('arrows choose, and the field says which one is active', async () => {
    await type('/')
    await press('ArrowDown')
    const active = wrapper.get(`[id="${field().attributes('aria-activedescendant')}"]`)
    expect(active.text()).toContain('/parcel')
  })

  it('half a shortcut is never sent; Escape makes it plain text', async () => {
    await type('/zebra')
    await press('Enter')
    expect(desk.askedFor('POST', REPLIES)).toEqual([])
    await press('Escape')
    await press('Enter')
    await flushPromises()
    expect(desk.askedFor('POST', REPLIES)).toMatchObject([{ body: { body: '/zebra' } }])
  })

  it('Ctrl+Shift+Enter sends and asks to close the ticket', async () => {
    await type('Done')
    await press('Enter', { ctrlKey: true, shiftKey: true })
    await flushPromises()
    expect(desk.askedFor('POST', REPLIES)).toHaveLength(1)
    expect(wrapper.emitted('sentLast')).toHaveLength(1)
  })
})
