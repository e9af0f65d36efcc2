import type { VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { outbound } from '../../shared/testing/items.ts'
import { mountInApp } from '../../shared/testing/mount-app.ts'
import MessageArticle from './MessageArticle.vue'

let wrapper: VueWrapper
afterEach(() => wrapper.unmount())

function mount(reactions: { emoji: string; at: string }[]): VueWrapper {
  const message = outbound({ body: 'All fixed', reactions })
  wrapper = mountInApp(MessageArticle, { message, customer: 'Ben', number: 7, continues: false }).wrapper
  return wrapper
}

it("shows the customer's reaction on our text, and says it to who cannot see it", () => {
  mount([{ emoji: '👍', at: '2026-11-22T10:00:00.000Z' }])
  const mark = wrapper.get('[role="img"]')
  expect([mark.text(), mark.attributes('aria-label')]).toEqual(['👍', 'Ben reacted with thumbs up'])
})

it('shows nothing where there is none', () => {
  mount([])
  expect(wrapper.find('[role="img"]').exists()).toBe(false)
})
