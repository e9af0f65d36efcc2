import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { queryKeys } from '../../../shared/api/query-keys.ts'
import { FakeDesk } from '../../../shared/testing/fake-desk.ts'
import { mountInApp } from '../../../shared/testing/mount-app.ts'
import { checklist, step } from '../../../shared/testing/owner.ts'
import GoingLiveChecklist from './GoingLiveChecklist.vue'

const PATH = '/api/inboxes/i1/checklist'
const waiting = step({
  id: 'first-text',
  state: 'waiting',
  sentence: 'Waiting for your first text.',
  cure: 'Text hello.',
})
const arrived = step({ id: 'first-text', sentence: 'The first text has arrived.', cure: 'Text hello.' })
const refused = step({ id: 'refusals', state: 'failed', sentence: 'It was refused.', cure: 'It is not the API key.' })

let desk: FakeDesk
let wrapper: VueWrapper

function open(isGuided = false) {
  const mounted = mountInApp(GoingLiveChecklist, { inboxId: 'i1', isGuided })
  wrapper = mounted.wrapper
  return mounted
}

describe('GoingLiveChecklist', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    desk = new FakeDesk()
    desk.answer(
      'GET',
      PATH,
      { status: 200, json: checklist([step(), waiting]) },
      { status: 200, json: checklist([step(), arrived]) },
    )
  })

  afterEach(() => {
    wrapper.unmount()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('says in words how each step stands and what to do', async () => {
    open()
    await flushPromises()
    expect(wrapper.findAll('li').map((item) => item.attributes('data-state'))).toEqual(['ok', 'waiting'])
    expect(wrapper.text()).toContain('1 of 2 steps are done.')
    expect(wrapper.findAll('li')[1]?.text()).toMatch(/Waiting.*Waiting for your first text\..*Text hello\./s)
  })

  it('ticks itself after ten seconds, and then no longer says what to do', async () => {
    open()
    await flushPromises()
    await vi.advanceTimersByTimeAsync(10_000)
    await flushPromises()
    expect(wrapper.get('[role="status"]').text()).toBe('Everything is done. This number is live.')
    expect(wrapper.text()).not.toContain('Text hello.')
  })

  it('shows a refusal with its cure as soon as the desk tells of it', async () => {
    desk.answer('GET', PATH, { status: 200, json: checklist([step()]) }, { status: 200, json: checklist([refused]) })
    const { queries } = open()
    await flushPromises()
    await queries.invalidateQueries({ queryKey: queryKeys.desk })
    await flushPromises()
    expect(wrapper.get('[data-step="refusals"]').text()).toContain('It is not the API key.')
    expect(wrapper.get('[role="status"]').text()).toBe('One step needs mending.')
  })

  it('leads to the guide on the page, where there is one', async () => {
    open(true)
    await flushPromises()
    expect(wrapper.get('[data-step="first-text"] a').attributes('href')).toBe('#going-live-hello')
  })

  it('keeps what it knows when the desk does not answer, and says so', async () => {
    desk.answer('GET', PATH, { status: 200, json: checklist([step()]) }, 'no-answer')
    const { queries } = open()
    await flushPromises()
    await queries.invalidateQueries({ queryKey: queryKeys.desk })
    await flushPromises()
    expect(wrapper.get('[role="alert"]').text()).toContain('did not answer')
    expect(wrapper.findAll('li')).toHaveLength(1)
  })
})
