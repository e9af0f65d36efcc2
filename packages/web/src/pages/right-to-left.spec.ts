import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import { presenceWords } from '../entities/presence/presence.ts'
import { newerWords } from '../entities/reply/newer-messages.ts'
import CannedList from '../features/canned/CannedList.vue'
import CannedReplyForm from '../features/canned/CannedReplyForm.vue'
import MessageComposer from '../features/composer/MessageComposer.vue'
import OffenderMarks from '../features/composer/OffenderMarks.vue'
import StartConversationDialog from '../features/composer/StartConversationDialog.vue'
import ContactName from '../features/contacts/ContactName.vue'
import ContactNote from '../features/contacts/ContactNote.vue'
import ContactTickets from '../features/contacts/ContactTickets.vue'
import EraseContact from '../features/contacts/EraseContact.vue'
import { ticketItems } from '../features/palette/palette-items.ts'
import TagEditor from '../features/tags/TagEditor.vue'
import TagLinks from '../features/tags/TagLinks.vue'
import { activityWords } from '../features/thread/labels/activity-words.ts'
import MergeDialog from '../features/thread/MergeDialog.vue'
import MessageArticle from '../features/thread/MessageArticle.vue'
import ThreadHeader from '../features/thread/ThreadHeader.vue'
import NoTickets from '../features/tickets/NoTickets.vue'
import SearchBox from '../features/tickets/SearchBox.vue'
import TicketRow from '../features/tickets/TicketRow.vue'
import { turnedAround } from '../shared/testing/bidi.ts'
import { FakeDesk } from '../shared/testing/fake-desk.ts'
import { activity, inbound, outbound, ticket } from '../shared/testing/items.ts'
import { mountInApp } from '../shared/testing/mount-app.ts'
import { contact } from '../shared/testing/owner.ts'

const TEXT = 'أين طلبي رقم 24؟'
const NAME = 'ليلى 7'
const AT = '2026-11-22T10:00:00.000Z'
const ADDRESS = '+12025550101'
const LAYLA = { id: 'a9', name: NAME }
const RTL_TICKET = ticket({
  contact: { id: 'c1', kind: 'phone', address: ADDRESS, name: NAME, blockedAt: null, optedOutAt: null },
  inbox: { id: 'i1', name: 'دعم 1', number: '+12025550100', simulated: true },
  assignee: LAYLA,
  tags: ['استرجاع 3'],
  lastMessage: { direction: 'in', kind: 'sms', preview: TEXT, at: AT, author: null },
})
const HIT = { messageId: 'm1', body: TEXT, ranges: [[4, 8]] }
const OTHER = { ...RTL_TICKET, number: 2 }
const message = { customer: NAME, number: 1, continues: false }
const reply = { id: 'r1', shortcut: 'hours', title: null, body: TEXT, createdAt: AT, updatedAt: AT }

let mounted: VueWrapper

async function show(component: Component, props: Record<string, unknown>): Promise<void> {
  mounted = mountInApp(component, props).wrapper
  await flushPromises()
}

describe('words from right to left turn nothing beside them', () => {
  beforeEach(() => {
    localStorage.clear()
    const desk = new FakeDesk()
    const page = (...items: unknown[]) => ({ status: 200, json: { items, nextCursor: null } })
    desk.answer('GET', '/api/tags', page({ tag: 'توصيل', tickets: 3 }))
    desk.answer('GET', '/api/agents', page({ ...LAYLA, state: 'active' }))
    for (const limit of [20, 50]) desk.answer('GET', `/api/contacts/c1/tickets?limit=${limit}`, page(RTL_TICKET, OTHER))
  })
  afterEach(() => {
    mounted.unmount()
    vi.unstubAllGlobals()
  })

  it.each<[string, Component, Record<string, unknown>]>([
    ['a text', MessageArticle, { ...message, message: inbound({ body: TEXT }) }],
    ['a reply and its author', MessageArticle, { ...message, message: outbound({ body: TEXT, author: LAYLA }) }],
    [
      'a note',
      MessageArticle,
      { ...message, message: outbound({ kind: 'note', body: TEXT, author: LAYLA, delivery: null }) },
    ],
    [
      'a row of the list',
      TicketRow,
      { ticket: RTL_TICKET, now: 0, to: '/', isOpen: false, isTabStop: true, isSelected: false },
    ],
    [
      'a row that was found',
      TicketRow,
      { ticket: { ...RTL_TICKET, hit: HIT }, now: 0, to: '/', isOpen: false, isTabStop: true, isSelected: false },
    ],
    ['the header of a ticket', ThreadHeader, { ticket: RTL_TICKET, backTo: '/', isBusy: false }],
    ['the composer', MessageComposer, { ticket: RTL_TICKET, messages: [inbound({ body: TEXT })] }],
    ['tags', TagLinks, { tags: RTL_TICKET.tags }],
    ['the name of a customer', ContactName, { name: NAME, isBusy: false }],
    ['the note on a customer', ContactNote, { contactId: 'c1', note: TEXT }],
    ['the tickets of a customer', ContactTickets, { contactId: 'c1', limit: 20 }],
    ['a canned reply being written', CannedReplyForm, { reply, save: async () => {} }],
    ['a tag without tickets', NoTickets, { view: 'all', search: '', tag: 'استرجاع' }],
    ['the search', SearchBox, { search: TEXT }],
  ])('%s', async (_, component, props) => {
    await show(component, props)
    expect(mounted.html()).not.toBe('')
    expect(turnedAround(document.body)).toEqual([])
  })

  it.each<[string, Component, Record<string, unknown>]>([
    ['tags being edited', TagEditor, { tags: RTL_TICKET.tags, title: 'Tags' }],
    ['a customer to be erased', EraseContact, { contact: contact({ name: NAME }) }],
  ])('%s, opened', async (_, component, props) => {
    await show(component, props)
    await mounted.get('button').trigger('click')
    await mounted.get('button').trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(turnedAround(document.body)).toEqual([])
  })

  it.each<[string, Component, Record<string, unknown>]>([
    ['a conversation to be started', StartConversationDialog, { open: true }],
    ['a ticket to be merged', MergeDialog, { ticket: RTL_TICKET, open: true }],
  ])('%s', async (_, component, props) => {
    await show(component, props)
    expect(document.querySelector('[role="dialog"]')).not.toBeNull()
    expect(turnedAround(document.body)).toEqual([])
  })

  it('canned replies on offer', async () => {
    const found = [reply, { ...reply, id: 'r2', title: 'ساعات' }]
    const preview = { text: TEXT, unknown: [] }
    await show(CannedList, {
      listId: 'l',
      found,
      activeIndex: 0,
      optionId: String,
      preview,
      query: '',
      isLoading: false,
    })
    expect(turnedAround(document.body)).toEqual([])
  })

  it('a number is read from left to right, and marks stand under their characters', async () => {
    await show(ThreadHeader, { ticket: RTL_TICKET, backTo: '/', isBusy: false })
    const number = [...document.querySelectorAll('span')].find(({ textContent }) => textContent === '+1 202 555 0101')
    expect(number?.getAttribute('dir')).toBe('ltr')
    mounted.unmount()
    await show(MessageArticle, { ...message, message: inbound({ body: `${TEXT} +1 202 555 0123` }) })
    expect(document.querySelector('a')?.getAttribute('dir')).toBe('ltr')
    mounted.unmount()
    await show(OffenderMarks, { body: TEXT, top: 0 })
    expect(mounted.get('div').classes()).toContain('[unicode-bidi:plaintext]')
  })
})

it.each([
  [
    'a line of activity',
    activityWords(activity({ what: 'assigned', actor: { id: 'a8', name: NAME }, assignee: LAYLA })),
  ],
  ['who is there', presenceWords([{ id: 'a9', name: NAME, writing: true }])],
  ['what came meanwhile', newerWords([inbound({ body: TEXT })])],
  ['who replied meanwhile', newerWords([outbound({ body: 'Done', author: LAYLA })])],
  ['a ticket in the palette', ticketItems([RTL_TICKET])[0]?.title ?? ''],
])('%s isolates words from right to left within its sentence', (_, words) => {
  expect(words).toMatch(/\u2068[^\u2069]*[\u0590-\u08FF]/)
  expect(words.replaceAll(/\u2068[^\u2069]*\u2069/g, '')).not.toMatch(/[\u0590-\u08FF]/)
})
