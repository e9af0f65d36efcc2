import type { Message, TicketSummary } from '@textdesk/server/contract'
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useDrafts } from '../../entities/reply/drafts.ts'
import { useOutbox } from '../../entities/reply/outbox.ts'
import { deferred } from '../../shared/testing/deferred.ts'
import { type Answer, FakeDesk } from '../../shared/testing/fake-desk.ts'
import { inbound, outbound, ticket } from '../../shared/testing/items.ts'
import { mountInApp } from '../../shared/testing/mount-app.ts'
import { useUndo } from '../undo/undo.ts'
import MessageComposer from './MessageComposer.vue'

const REPLIES = '/api/tickets/1/replies'
const PAGE = '/api/tickets/1/messages?limit=50'

let desk: FakeDesk
let wrapper: VueWrapper

function open(given: { ticket?: Partial<TicketSummary>; messages?: Message[] } = {}): void {
  const props = { ticket: ticket(given.ticket), messages: given.messages ?? [inbound({ seq: 1 })] }
  wrapper = mountInApp(MessageComposer, props).wrapper
}

const field = () => wrapper.get('textarea')
const sent = () => desk.askedFor('POST', REPLIES)
const tab = (name: string) => wrapper.findAll('button[aria-pressed]').find((button) => button.text() === name)

async function enter(init: Partial<KeyboardEventInit> & { keyCode?: number } = {}): Promise<void> {
  await field().trigger('keydown', { key: 'Enter', ...init })
  await flushPromises()
}

describe('MessageComposer', () => {
  beforeEach(() => {
    localStorage.clear()
    desk = new FakeDesk()
    desk.answer('POST', REPLIES, { status: 202, json: outbound({ seq: 2 }, { state: 'scheduled' }) })
    desk.answer('GET', PAGE, { status: 200, json: { items: [inbound({ seq: 1 })], nextCursor: null } })
  })

  afterEach(() => {
    wrapper.unmount()
    vi.unstubAllGlobals()
  })

  it('Enter sends with what was seen, empties the field and says so', async () => {
    open()
    await field().setValue('On its way')
    await enter()
    expect(sent()).toMatchObject([{ body: { body: 'On its way', seenMessageId: 'm1' } }])
    expect(field().element.value).toBe('')
    expect(wrapper.emitted('sent')).toHaveLength(1)
  })

  it.each([
    ['Shift+Enter breaks the line', { shiftKey: true }],
    ['Enter that ends an input method composing is not ours', { isComposing: true }],
    ['nor where the browser only tells by its key code', { keyCode: 229 }],
  ])('%s', async (_, init) => {
    open()
    await field().setValue('こんにちは')
    await enter(init)
    expect(sent()).toEqual([])
    expect(field().element.value).toBe('こんにちは')
  })

  it.each([{ ctrlKey: true }, { metaKey: true }])('%o with Enter sends without the hold', async (init) => {
    open()
    await field().setValue('Now')
    await enter(init)
    expect(sent()).toMatchObject([{ body: { body: 'Now', sendNow: true } }])
  })

  it('a reply leaves the field before the desk has answered, and the next one can be written', async () => {
    const { promise, resolve } = deferred<Answer>()
    desk.answer('POST', REPLIES, promise)
    open()
    await field().setValue('First')
    await enter()
    expect(field().element.value).toBe('')
    expect(wrapper.emitted('sent')).toHaveLength(1)
    await field().setValue('Second')
    await enter()
    expect(sent().map(({ body }) => body)).toMatchObject([{ body: 'First' }])
    resolve({ status: 202, json: outbound({ seq: 2 }) })
    await flushPromises()
    expect(sent().map(({ body }) => body)).toMatchObject([{ body: 'First' }, { body: 'Second' }])
  })

  it('a refused reply comes back with the reason, before what was written or sent after it', async () => {
    const { promise, resolve } = deferred<Answer>()
    desk.answer('POST', REPLIES, promise)
    open()
    await field().setValue('First')
    await enter()
    await field().setValue('Second')
    await enter()
    resolve({ status: 409, json: { code: 'contact-opted-out', detail: 'This customer opted out.' } })
    await flushPromises()
    expect(sent()).toHaveLength(1)
    expect(field().element.value).toBe('First\nSecond')
    expect(wrapper.get('[role="alert"]').text()).toContain('This customer opted out.')
    await field().setValue('Third')
    expect(wrapper.find('[role="alert"]').exists()).toBe(false)
  })

  it('says where a reply came back to when its ticket was left', async () => {
    const { promise, resolve } = deferred<Answer>()
    desk.answer('POST', REPLIES, promise)
    open()
    await field().setValue('On its way')
    await enter()
    wrapper.unmount()
    resolve('no-answer')
    await flushPromises()
    expect(useUndo().said).toBe('Not sent on ticket 1. Its reply is a draft again.')
    expect(useDrafts().get(1, 'reply').body).toBe('On its way')
    expect(useOutbox().refusalOf(1, 'reply')?.message).toContain('did not answer')
  })

  it('nothing is sent for a blank text, or twice while one is on its way', async () => {
    open()
    await field().setValue('  \n ')
    await enter()
    await field().setValue('Once')
    await Promise.all([enter(), enter()])
    expect(sent()).toHaveLength(1)
  })

  it('trying again after no answer repeats the same attempt; another text is another', async () => {
    desk.answer('POST', REPLIES, 'no-answer')
    open()
    await field().setValue('On its way')
    await enter()
    expect(wrapper.get('[role="alert"]').text()).toContain('did not answer')
    expect(field().element.value).toBe('On its way')
    await enter()
    await field().setValue('On its way now')
    await enter()
    const keys = sent().map(({ headers }) => headers['idempotency-key'])
    expect(keys[0]).toBeTruthy()
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).not.toBe(keys[0])
  })

  it('shows at once what came after the writing began; the first Enter only says that it was seen, the next one sends', async () => {
    open()
    const alert = () => wrapper.get('[role="alert"]').text()
    const crossing = [inbound({ seq: 1 }), inbound({ seq: 2, body: 'Never mind' })]
    await field().setValue('On its way')
    await wrapper.setProps({ messages: crossing })
    expect(alert()).toBe("They wrote again: 'Never mind'. Read it, then press Enter.")
    await enter()
    expect(sent()).toEqual([])
    expect(alert()).toBe("They wrote again: 'Never mind'. Enter sends yours anyway.")
    await wrapper.setProps({ messages: [...crossing, inbound({ seq: 3, body: 'Or do' })] })
    await enter()
    expect(sent()).toEqual([])
    await enter()
    expect(sent()).toMatchObject([{ body: { seenMessageId: 'm3' } }])
  })

  it('a reply that crossed a text is refused, shows it, and goes out when sent again', async () => {
    desk.answer(
      'POST',
      REPLIES,
      { status: 409, json: { code: 'newer-message', detail: 'Crossed.' } },
      { status: 202, json: outbound({ seq: 3 }) },
    )
    open()
    await field().setValue('On its way')
    await enter()
    expect(desk.askedFor('GET', PAGE)).toHaveLength(1)
    await wrapper.setProps({ messages: [inbound({ seq: 1 }), inbound({ seq: 2, body: 'Never mind' })] })
    expect(wrapper.text()).toContain("They wrote again: 'Never mind'.")
    expect(field().element.value).toBe('On its way')
    await enter()
    expect(sent().map(({ body }) => body)).toMatchObject([{ seenMessageId: 'm1' }, { seenMessageId: 'm2' }])
    expect(field().element.value).toBe('')
  })

  it('what was written before the thread came up counts as written after its newest message', async () => {
    open({ messages: [] })
    await field().setValue('On its way')
    await wrapper.setProps({ messages: [inbound({ seq: 1 })] })
    expect(wrapper.find('[role="alert"]').exists()).toBe(false)
    await wrapper.setProps({ messages: [inbound({ seq: 1 }), inbound({ seq: 2, body: 'Never mind' })] })
    expect(wrapper.get('[role="alert"]').text()).toContain("'Never mind'")
  })

  it("a colleague's reply counts as newer, one's own and automatic texts do not", async () => {
    open()
    await field().setValue('On its way')
    const own = outbound({ seq: 2, body: 'Mine' })
    const auto = outbound({ seq: 3, kind: 'auto', author: null })
    await wrapper.setProps({ messages: [inbound({ seq: 1 }), own, auto] })
    expect(wrapper.find('[role="alert"]').exists()).toBe(false)
    const colleague = outbound({ seq: 4, body: 'I have this', author: { id: 'a2', name: 'Ben' } })
    await wrapper.setProps({ messages: [inbound({ seq: 1 }), own, auto, colleague] })
    expect(wrapper.get('[role="alert"]').text()).toContain("Ben replied: 'I have this'.")
  })

  it('a note goes nowhere else, and switching moves no text', async () => {
    desk.answer('POST', '/api/tickets/1/notes', {
      status: 201,
      json: outbound({ seq: 2, kind: 'note', delivery: null }),
    })
    open()
    await field().setValue('To the customer')
    await tab('Note')?.trigger('click')
    expect(field().element.value).toBe('')
    await field().setValue('To the team')
    await enter()
    expect(desk.askedFor('POST', '/api/tickets/1/notes')).toMatchObject([
      { body: { body: 'To the team' }, headers: { 'idempotency-key': expect.any(String) } },
    ])
    expect(sent()).toEqual([])
    await tab('Reply')?.trigger('click')
    expect(field().element.value).toBe('To the customer')
  })

  const contact = ticket().contact
  it.each<[string, Partial<TicketSummary>]>([
    ['opted out', { contact: { ...contact, optedOutAt: '2026-05-03T10:00:00.000Z' } }],
    ['blocked', { contact: { ...contact, blockedAt: '2026-05-03T10:00:00.000Z' } }],
    ["can't be answered", { contact: { ...contact, kind: 'name', address: 'ING' } }],
    ['closed', { status: 'closed' }],
  ])('is off with the reason where the customer or ticket is %s, but a note still works', async (words, given) => {
    open({ ticket: given })
    expect(wrapper.find('textarea').exists()).toBe(false)
    expect(wrapper.get('#reply-is-off').text()).toContain(words)
    await tab('Note')?.trigger('click')
    expect(field().element.readOnly).toBe(false)
  })

  it('offers a note and closing where there is nobody to answer', async () => {
    open({ ticket: { contact: { ...contact, optedOutAt: '2026-05-03T10:00:00.000Z' } } })
    const offer = (name: string) => wrapper.findAll('button:not([aria-pressed])').find((one) => one.text() === name)
    await offer('Close the ticket')?.trigger('click')
    expect(wrapper.emitted('close')).toHaveLength(1)
    await offer('Note')?.trigger('click')
    await field().setValue('They opted out')
    await enter()
    expect(desk.askedFor('POST', '/api/tickets/1/notes')).toMatchObject([{ body: { body: 'They opted out' } }])
  })

  it('keeps a reply that was begun readable when it can no longer be sent', async () => {
    open()
    await field().setValue('On its way')
    await wrapper.setProps({ ticket: ticket({ contact: { ...contact, blockedAt: '2026-05-03T10:00:00.000Z' } }) })
    expect(field().element).toMatchObject({ value: 'On its way', readOnly: true })
    await enter()
    expect(sent()).toEqual([])
  })

  it('offers to reopen a closed ticket', async () => {
    open({ ticket: { status: 'closed' } })
    await wrapper
      .findAll('button')
      .find((button) => button.text() === 'Reopen')
      ?.trigger('click')
    expect(wrapper.emitted('reopen')).toHaveLength(1)
  })

  it('marks in place what forces the dearer alphabet, in replies only', async () => {
    const marks = () => wrapper.findAll('mark[data-offender]').map((mark) => mark.text())
    open()
    await field().setValue('Its “on” its way')
    expect(marks()).toEqual(['“', '”'])
    await field().setValue('Its "on" its way')
    expect(marks()).toEqual([])
    await tab('Note')?.trigger('click')
    await field().setValue('Its “on” its way')
    expect(marks()).toEqual([])
  })

  it('a text over nine parts is not sent', async () => {
    open()
    await field().setValue('x'.repeat(9 * 153 + 1))
    await enter()
    expect(sent()).toEqual([])
    expect(wrapper.get('[data-meter]').text()).toContain('Too long')
  })
})
