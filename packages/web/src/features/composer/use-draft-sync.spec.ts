import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { useDrafts } from '../../entities/reply/drafts.ts'
import { deferred } from '../../shared/testing/deferred.ts'
import { type Answer, FakeDesk } from '../../shared/testing/fake-desk.ts'
import { mountInApp } from '../../shared/testing/mount-app.ts'
import { useDraftSync } from './use-draft-sync.ts'

const Syncing = defineComponent({
  setup: () => {
    useDraftSync()
    return () => null
  },
})
const draft = (body: string) => ({ body, seenMessageId: null, attempt: null })
const updatedAt = '2026-11-22T10:00:00.000Z'
const stored = (tickets: readonly number[]) =>
  tickets.map((ticketNumber) => ({ ticketNumber, mode: 'reply', body: 'From home', updatedAt }))
let desk: FakeDesk
let wrapper: VueWrapper

/** The page comes up again; the desk's answer is given when the spec says so. */
function asksAgain(): (tickets: readonly number[]) => void {
  const { promise, resolve } = deferred<Answer>()
  wrapper.unmount()
  desk.answer('GET', '/api/drafts', promise)
  wrapper = mountInApp(Syncing, {}).wrapper
  return (tickets) => resolve({ status: 200, json: { items: stored(tickets) } })
}

describe('drafts on the desk', () => {
  beforeEach(() => {
    localStorage.clear()
    vi.useFakeTimers()
    desk = new FakeDesk()
    desk.answer('GET', '/api/drafts', {
      status: 200,
      json: { items: stored([2]) },
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

  it('do not come back from an answer that was read before they were sent', async () => {
    const answer = asksAgain()
    useDrafts().clear(2, 'reply')
    answer([2, 3])
    await vi.waitFor(() => expect(useDrafts().get(3, 'reply').body).toBe('From home'))
    expect(useDrafts().get(2, 'reply').body).toBe('')
  })

  it('stay when they were stored after the answer had been read', async () => {
    const answer = asksAgain()
    useDrafts().set(1, 'reply', draft('On its way'))
    useDrafts().stored(1, 'reply', 'On its way')
    answer([3])
    await vi.waitFor(() => expect(useDrafts().get(3, 'reply').body).toBe('From home'))
    expect(useDrafts().get(1, 'reply').body).toBe('On its way')
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

  it('are stored at once where a merge carried them to', async () => {
    desk.answer('PUT', '/api/drafts/5', { status: 204 })
    const drafts = useDrafts()
    drafts.set(1, 'reply', draft('On its way'))
    drafts.set(5, 'reply', draft('Hello'))
    drafts.carry(1, 5)
    await flushPromises()
    expect(desk.askedFor('PUT', '/api/drafts/5')).toMatchObject([
      { body: { mode: 'reply', body: 'Hello\n\nOn its way' } },
    ])
    await vi.advanceTimersByTimeAsync(2000)
    expect(desk.askedFor('PUT', '/api/drafts/1')).toEqual([])
    expect(desk.askedFor('PUT', '/api/drafts/5')).toHaveLength(1)
  })

  it('are not stored when they were sent before', async () => {
    const drafts = useDrafts()
    drafts.set(1, 'reply', draft('On its way'))
    drafts.clear(1, 'reply')
    await vi.advanceTimersByTimeAsync(2000)
    expect(desk.askedFor('PUT', '/api/drafts/1')).toEqual([])
  })
})
