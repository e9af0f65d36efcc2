import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeDesk } from '../../shared/testing/fake-desk.ts'
import { mountInApp } from '../../shared/testing/mount-app.ts'
import TagEditor from './TagEditor.vue'

let wrapper: VueWrapper

async function open(tags: string[]): Promise<void> {
  wrapper = mountInApp(TagEditor, { tags, title: 'Tags of ticket 1' }).wrapper
  await wrapper.get('button').trigger('click')
  await flushPromises()
}

const field = () => wrapper.get('input')
const type = async (text: string): Promise<void> => {
  await field().setValue(text)
  await field().trigger('keydown', { key: 'Enter' })
}

describe('TagEditor', () => {
  beforeEach(() => {
    const items = [{ tag: 'Refund', tickets: 3 }]
    new FakeDesk().answer('GET', '/api/tags', { status: 200, json: { items } })
  })
  afterEach(() => {
    wrapper.unmount()
    vi.unstubAllGlobals()
  })

  it('Enter completes to a tag in use, or makes a new one', async () => {
    await open(['VIP'])
    await type('ref')
    await type('parcel')
    expect(wrapper.emitted('add')).toEqual([['Refund'], ['parcel']])
  })

  it('opens in the field, also when the ticket has all the tags it can have: Enter removes none', async () => {
    await open(Array.from({ length: 20 }, (_, n) => `tag ${n}`))
    expect(document.activeElement).toBe(field().element)
    await field().trigger('keydown', { key: 'Enter' })
    expect(wrapper.emitted('remove')).toBeUndefined()
  })

  it('adds no tag twice', async () => {
    await open(['VIP'])
    await type('vip')
    expect(wrapper.emitted('add')).toBeUndefined()
  })

  it('Backspace on the empty field takes the last one off, Enter closes', async () => {
    await open(['VIP', 'Refund'])
    await field().trigger('keydown', { key: 'Backspace' })
    expect(wrapper.emitted('remove')).toEqual([['Refund']])
    await field().trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(wrapper.find('input').exists()).toBe(false)
  })
})
