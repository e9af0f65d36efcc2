import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { FakeDesk } from '../../shared/testing/fake-desk.ts'
import { mountInApp } from '../../shared/testing/mount-app.ts'
import { useDrafts } from './drafts.ts'
import { useDraftSync } from './use-draft-sync.ts'

const Syncing = defineComponent({
  setup: () => {
    useDraftSync()
    return () => null
  },
})
const draft = (body: string) => ({ body, seenMessageId: null, attempt: null })
let desk: FakeDesk
let wrapper: VueWrapper

describe('drafts on the desk', () => {
  beforeEach(() => {
    localStorage.clear()
    vi.useFakeTimers()
    desk = new FakeDesk()
    desk.answer('GET', '/api/drafts', {
      status: 200,
      json: { items: [{ ticketNumber: 2, mode: 'reply', body: 'From home', updatedAt: '2026-11-22T10:00:00.000Z' }] },
    })
    desk.answer('PUT', '/api/drafts/1', { status: 204 })
    wrapper = mountInApp(Syncing, {}).wrapper
  })
  afterEach(() => {
    wrapper.unmount()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('are there when the page comes up', async () => {
    await flushPromises()
    expect(useDrafts().get(2, 'reply').body).toBe('From home')
  })

  it('are stored once, a second after the last keystroke', async () => {
    const drafts = useDrafts()
    drafts.set(1, 'reply', draft('On'))
    vi.advanceTimersByTime(900)
    drafts.set(1, 'reply', draft('On its way'))
    vi.advanceTimersByTime(900)
    expect(desk.askedFor('PUT', '/api/drafts/1')).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(desk.askedFor('PUT', '/api/drafts/1')).toMatchObject([{ body: { mode: 'reply', body: 'On its way' } }])
  })

  it('are not stored when they were sent before', async () => {
    const drafts = useDrafts()
    drafts.set(1, 'reply', draft('On its way'))
    drafts.clear(1, 'reply')
    await vi.advanceTimersByTimeAsync(2000)
    expect(desk.askedFor('PUT', '/api/drafts/1')).toEqual([])
  })
})
