import type { QueryClient } from '@tanstack/vue-query'
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { queryKeys } from '../../shared/api/query-keys.ts'
import { deferred } from '../../shared/testing/deferred.ts'
import { type Answer, FakeDesk } from '../../shared/testing/fake-desk.ts'
import { mountInApp } from '../../shared/testing/mount-app.ts'
import ContactNote from './ContactNote.vue'

const PATH = '/api/contacts/c1'

let desk: FakeDesk
let wrapper: VueWrapper
let queries: QueryClient

const notes = () => desk.askedFor('PATCH', PATH).map(({ body }) => (body as { note: string | null }).note)
const field = () => wrapper.get('textarea')

describe('ContactNote', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    desk = new FakeDesk()
    desk.answer('PATCH', PATH, { status: 200, json: {} })
    const mounted = mountInApp(ContactNote, { contactId: 'c1', note: 'Prefers mornings' })
    wrapper = mounted.wrapper
    queries = mounted.queries
  })

  afterEach(() => {
    wrapper.unmount()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('saves once when the writing pauses, and says so', async () => {
    await field().setValue('Prefers m')
    await vi.advanceTimersByTimeAsync(300)
    await field().setValue('Prefers evenings')
    await vi.advanceTimersByTimeAsync(800)
    await flushPromises()
    expect(notes()).toEqual(['Prefers evenings'])
    expect(wrapper.get('[role="status"]').text()).toBe('Saved')
  })

  it('saves at once when it is left, and when it goes away', async () => {
    await field().setValue('Left')
    await field().trigger('blur')
    await flushPromises()
    await field().setValue('')
    wrapper.unmount()
    await flushPromises()
    expect(notes()).toEqual(['Left', null])
  })

  it('keeps what was not saved, with a way to try again', async () => {
    desk.answer('PATCH', PATH, 'no-answer', { status: 200, json: {} })
    await field().setValue('Important')
    await field().trigger('blur')
    await flushPromises()
    await wrapper.setProps({ note: 'From a colleague' })
    expect(field().element.value).toBe('Important')
    await wrapper.get('[role="alert"] button').trigger('click')
    await flushPromises()
    expect(notes()).toEqual(['Important', 'Important'])
    expect(wrapper.find('[role="alert"]').exists()).toBe(false)
  })

  it('is known to who comes back, also when it was saved after it had gone away', async () => {
    const saved = deferred<Answer>()
    desk.answer('PATCH', PATH, saved.promise)
    queries.setQueryData(queryKeys.contact('c1'), { id: 'c1', note: 'Prefers mornings' })
    await field().setValue('Prefers evenings')
    await field().trigger('blur')
    wrapper.unmount()
    saved.resolve({ status: 200, json: {} })
    await flushPromises()
    expect(queries.getQueryData(queryKeys.contact('c1'))).toMatchObject({ note: 'Prefers evenings' })
    expect(queries.getQueryState(queryKeys.contact('c1'))?.isInvalidated).toBe(true)
  })

  it('leaves a space at its end to who is about to write on', async () => {
    await field().setValue('Prefers evenings ')
    await vi.advanceTimersByTimeAsync(800)
    await wrapper.setProps({ note: 'Prefers evenings' })
    expect(field().element.value).toBe('Prefers evenings ')
  })

  it("shows a colleague's note where nothing is being written", async () => {
    await wrapper.setProps({ note: 'From a colleague' })
    expect(field().element.value).toBe('From a colleague')
    await field().trigger('blur')
    expect(notes()).toEqual([])
  })
})
