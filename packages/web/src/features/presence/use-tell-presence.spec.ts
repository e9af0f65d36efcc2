import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, nextTick, ref } from 'vue'
import { deferred } from '../../shared/testing/deferred.ts'
import { type Answer, FakeDesk } from '../../shared/testing/fake-desk.ts'
import { mountInApp } from '../../shared/testing/mount-app.ts'
import { PASSING_MS, useTellPresence } from './use-tell-presence.ts'

const PATH = '/api/tickets/7/presence'
const isWriting = ref(false)
const Looking = defineComponent({
  setup: () => {
    useTellPresence(7, ref(true), isWriting)
    return () => null
  },
})

let desk: FakeDesk
let wrapper: VueWrapper

describe('telling the desk who looks at a ticket', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    isWriting.value = false
    desk = new FakeDesk()
    desk.answer('PUT', PATH, { status: 204 })
    desk.answer('DELETE', PATH, { status: 204 })
    wrapper = mountInApp(Looking, {}).wrapper
  })
  afterEach(() => {
    wrapper.unmount()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('says nothing of somebody who only passes by', () => {
    vi.advanceTimersByTime(PASSING_MS - 1)
    wrapper.unmount()
    vi.advanceTimersByTime(60_000)
    expect(desk.asked).toEqual([])
  })

  it('says it soon, again and again, and that it is over', async () => {
    vi.advanceTimersByTime(PASSING_MS)
    expect(desk.askedFor('PUT', PATH)).toHaveLength(1)
    vi.advanceTimersByTime(20_000)
    expect(desk.askedFor('PUT', PATH)).toHaveLength(3)
    wrapper.unmount()
    await vi.waitFor(() => expect(desk.askedFor('DELETE', PATH)).toHaveLength(1))
    vi.advanceTimersByTime(60_000)
    expect(desk.askedFor('PUT', PATH)).toHaveLength(3)
  })

  it('says at once that somebody begins to write', async () => {
    vi.advanceTimersByTime(PASSING_MS)
    isWriting.value = true
    await nextTick()
    expect(desk.askedFor('PUT', PATH).map(({ body }) => body)).toEqual([{ writing: false }, { writing: true }])
  })

  it('says that it is over only when the desk has heard that somebody came', async () => {
    const heard = deferred<Answer>()
    desk.answer('PUT', PATH, heard.promise)
    vi.advanceTimersByTime(PASSING_MS)
    wrapper.unmount()
    expect(desk.askedFor('DELETE', PATH)).toEqual([])
    heard.resolve({ status: 204 })
    await vi.waitFor(() => expect(desk.askedFor('DELETE', PATH)).toHaveLength(1))
  })
})
