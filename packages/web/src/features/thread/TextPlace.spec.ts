import type { VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { inbound, outbound } from '../../shared/testing/items.ts'
import { mountInApp } from '../../shared/testing/mount-app.ts'
import MessageArticle from './MessageArticle.vue'

let wrapper: VueWrapper
afterEach(() => wrapper.unmount())

function mount(message: ReturnType<typeof inbound>): VueWrapper {
  wrapper = mountInApp(MessageArticle, { message, customer: 'Ben', number: 7, continues: false }).wrapper
  return wrapper
}

it('says why a text is here when asked, with the way to the other ticket, and goes when asked again', async () => {
  const placement = { reason: 'moved', ticket: 3, at: '2026-11-22T10:00:00.000Z', reopenHours: null } as const
  mount(inbound({ placement }))
  const why = wrapper.get('button')
  expect([why.text(), why.attributes('aria-expanded')]).toEqual(['Why here?', 'false'])
  await why.trigger('click')
  expect(why.attributes('aria-expanded')).toBe('true')
  expect(wrapper.text()).toContain('An agent moved it here from ticket 3')
  expect(wrapper.text()).toContain('Go to ticket 3')
  expect(wrapper.text()).toContain('Move to a new ticket')
  await why.trigger('click')
  expect(wrapper.text()).not.toContain('An agent moved it here')
})

it('is asked of texts from customers only', () => {
  mount(outbound({ delivery: null }))
  expect(wrapper.text()).not.toContain('Why here?')
})
