import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { useDrafts } from '../../entities/reply/drafts.ts'
import { queryKeys } from '../../shared/api/query-keys.ts'
import { runShortcut } from '../../shared/keys/use-shortcut.ts'
import { deferred } from '../../shared/testing/deferred.ts'
import { type Answer, FakeDesk } from '../../shared/testing/fake-desk.ts'
import { inbound, outbound, ticket } from '../../shared/testing/items.ts'
import { type Mounted, mountInApp } from '../../shared/testing/mount-app.ts'
import ThreadPane from './ThreadPane.vue'

const TICKET = '/api/tickets/1'
const REPLY = `${TICKET}/replies`

let desk: FakeDesk
let mounted: Mounted

describe('ThreadPane', () => {
  beforeEach(async () => {
    localStorage.clear()
    vi.stubGlobal('ResizeObserver', StillObserver)
    desk = new FakeDesk()
    desk.answer('GET', TICKET, { status: 200, json: ticket({ unread: false }) })
    desk.answer('GET', `${TICKET}/messages?limit=50`, {
      status: 200,
      json: { items: [inbound({ seq: 1 })], nextCursor: null },
    })
    desk.answer('PUT', `${TICKET}/closure`, { status: 204 })
    mounted = mountInApp(ThreadPane, { number: 1, backTo: '/inbox/waiting' })
    await flushPromises()
  })
  afterEach(() => {
    mounted.wrapper.unmount()
    vi.unstubAllGlobals()
  })

  it('closes the ticket with the reply that was to be the last, also when the agent goes on at once', async () => {
    const taken = deferred<Answer>()
    desk.answer('POST', REPLY, taken.promise)
    await mounted.wrapper.get('textarea').setValue('On its way')
    await mounted.wrapper.get('textarea').trigger('keydown', { key: 'Enter', ctrlKey: true, shiftKey: true })
    mounted.wrapper.unmount()
    taken.resolve({ status: 202, json: outbound({ seq: 2 }) })
    await vi.waitFor(() => expect(desk.askedFor('PUT', `${TICKET}/closure`)).toHaveLength(1))
    expect(useDrafts().get(1, 'reply').body).toBe('')
  })

  it('leaves the ticket open when the desk did not take the reply', async () => {
    desk.answer('POST', REPLY, { status: 409, json: { code: 'opted-out', detail: 'They opted out.' } })
    await mounted.wrapper.get('textarea').setValue('On its way')
    await mounted.wrapper.get('textarea').trigger('keydown', { key: 'Enter', ctrlKey: true, shiftKey: true })
    await vi.waitFor(() => expect(useDrafts().get(1, 'reply').body).toBe('On its way'))
    expect(desk.askedFor('PUT', `${TICKET}/closure`)).toEqual([])
  })

  describe('of a ticket that a list shows already', () => {
    const row = ticket({ contact: { ...ticket().contact, name: 'Kim' } })

    async function openFromList(answers: { ticket: Answer | Promise<Answer>; messages: Answer | Promise<Answer> }) {
      mounted.wrapper.unmount()
      desk.answer('GET', TICKET, answers.ticket)
      desk.answer('GET', `${TICKET}/messages?limit=50`, answers.messages)
      const isOpen = ref(false)
      const Desk = defineComponent({
        setup: () => () => (isOpen.value ? h(ThreadPane, { number: 1, backTo: '/inbox/waiting' }) : null),
      })
      mounted = mountInApp(Desk, {})
      const list = { pages: [{ items: [row], nextCursor: null }], pageParams: [null] }
      mounted.queries.setQueryData(queryKeys.list('waiting', ''), list)
      isOpen.value = true
      await flushPromises()
    }

    it('has its head and its last text at once, while the desk is slow', async () => {
      const late = deferred<Answer>()
      await openFromList({ ticket: late.promise, messages: late.promise })
      expect(mounted.wrapper.get('h2').text()).toBe('Kim')
      expect(mounted.wrapper.text()).toContain('Where is my order?')
      await vi.waitFor(() => expect(mounted.wrapper.text()).toContain('Loading the messages'))
    })

    it('is not closed or answered before its messages are there, as one of them may be new', async () => {
      const late = deferred<Answer>()
      await openFromList({ ticket: { status: 200, json: row }, messages: late.promise })
      runShortcut('close')
      await flushPromises()
      expect(desk.askedFor('PUT', `${TICKET}/closure`)).toEqual([])
      expect(mounted.wrapper.find('textarea').exists()).toBe(false)
      late.resolve({ status: 200, json: { items: [inbound({ seq: 1 })], nextCursor: null } })
      await vi.waitFor(() => expect(mounted.wrapper.find('textarea').exists()).toBe(true))
    })

    it('says without a connection that its messages could not be loaded, and tries again when asked', async () => {
      await openFromList({ ticket: 'no-answer', messages: 'no-answer' })
      expect(mounted.wrapper.get('h2').text()).toBe('Kim')
      expect(mounted.wrapper.text()).toContain('Where is my order?')
      expect(mounted.wrapper.text()).toContain('The messages of this ticket could not be loaded.')
      desk.answer('GET', TICKET, { status: 200, json: row })
      const messages = { items: [inbound({ seq: 1 })], nextCursor: null }
      desk.answer('GET', `${TICKET}/messages?limit=50`, { status: 200, json: messages })
      const retry = mounted.wrapper.findAll('button').find((one) => one.text() === 'Retry')
      await retry?.trigger('click')
      await vi.waitFor(() => expect(mounted.wrapper.find('[role=log]').exists()).toBe(true))
      expect(mounted.wrapper.text()).not.toContain('could not be loaded')
    })
  })

  describe('of a customer who may want no more texts', () => {
    const button = (name: string) => mounted.wrapper.findAll('button').find((one) => one.text() === name)
    const asked = { at: '2026-11-22T10:00:00.000Z', honourBy: null }

    beforeEach(async () => {
      mounted.wrapper.unmount()
      desk.answer('GET', TICKET, { status: 200, json: ticket({ unread: false, stopRequest: asked }) })
      desk.answer('PUT', '/api/contacts/c1/opt-out', { status: 204 })
      desk.answer('DELETE', `${TICKET}/stop-request`, { status: 204 })
      mounted = mountInApp(ThreadPane, { number: 1, backTo: '/inbox/waiting' })
      await flushPromises()
    })

    it('asks an agent, who opts them out', async () => {
      expect(mounted.wrapper.text()).toContain('They may want no more texts.')
      await button('Opt out')?.trigger('click')
      await flushPromises()
      expect(desk.askedFor('PUT', '/api/contacts/c1/opt-out')).toMatchObject([{ body: { inboxId: 'i1' } }])
    })

    it('does so with one key', async () => {
      runShortcut('optOut')
      await flushPromises()
      expect(desk.askedFor('PUT', '/api/contacts/c1/opt-out')).toHaveLength(1)
    })

    it('or hears from them that it was not meant so', async () => {
      await button('Not meant so')?.trigger('click')
      await flushPromises()
      expect(desk.askedFor('DELETE', `${TICKET}/stop-request`)).toHaveLength(1)
      expect(desk.askedFor('PUT', '/api/contacts/c1/opt-out')).toEqual([])
    })
  })
})

class StillObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
