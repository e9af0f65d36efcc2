import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FakeDesk } from '../../shared/testing/fake-desk.ts'
import { outbound } from '../../shared/testing/items.ts'
import { mountInApp } from '../../shared/testing/mount-app.ts'
import MessageArticle from './MessageArticle.vue'

const PATH = '/api/tickets/7/replies/m1/history'
const at = '2026-11-22T10:00:00.000Z'
const HISTORY = {
  state: 'delivered',
  reason: null,
  settled: null,
  items: [
    { type: 'attempt', number: 1, at, endedAt: at, outcome: 'accepted', reason: null, detail: null },
    { type: 'report', at, state: 'delivered', reason: null, status: 'delivered', detail: 'successfully delivered' },
  ],
}

let desk: FakeDesk
let wrapper: VueWrapper

beforeEach(() => {
  desk = new FakeDesk()
  desk.answer('GET', PATH, { status: 200, json: HISTORY })
  mount('sms')
})

afterEach(() => {
  wrapper.unmount()
  vi.unstubAllGlobals()
})

function mount(kind: 'sms' | 'auto'): void {
  const message = outbound({ kind, at }, { state: 'delivered' })
  wrapper = mountInApp(MessageArticle, { message, customer: 'Ben', number: 7, continues: false }).wrapper
}

async function open(): Promise<string> {
  const words = wrapper.get<HTMLElement>('button[aria-haspopup="dialog"]')
  words.element.focus()
  await words.trigger('click')
  await vi.dynamicImportSettled()
  await flushPromises()
  return document.querySelector('[role="dialog"]')?.textContent ?? ''
}

it('opens from the words beneath a text and asks for nothing before', async () => {
  expect(desk.asked).toEqual([])
  const text = await open()
  expect(text).toContain('What happened to this text')
  expect(text).toContain('The SMS provider took it.')
  expect(text).toContain('Report: delivered.')
  expect(text).toContain('delivered: successfully delivered')
})

it('is there for automatic texts as well', async () => {
  wrapper.unmount()
  mount('auto')
  expect(await open()).toContain('The SMS provider took it.')
})

it('closes and gives the focus back', async () => {
  await open()
  document.querySelector<HTMLElement>('[aria-label="Close this window"]')?.click()
  await flushPromises()
  expect(document.querySelector('[role="dialog"]')).toBeNull()
  await vi.waitFor(() => expect(document.activeElement?.textContent?.trim()).toBe('Delivered'))
})

it('says so when it cannot be had', async () => {
  desk.answer('GET', PATH, { status: 503, json: { code: 'storage-unavailable', detail: 'Try again in a minute.' } })
  await open()
  expect(document.querySelector('[role="dialog"] [role="alert"]')?.textContent).toContain('Try again in a minute.')
})
