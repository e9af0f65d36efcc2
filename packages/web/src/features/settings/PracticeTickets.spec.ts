import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FakeDesk } from '../../shared/testing/fake-desk.ts'
import { mountInApp } from '../../shared/testing/mount-app.ts'
import PracticeTickets from './PracticeTickets.vue'

const PATH = '/api/practice-tickets'

let desk: FakeDesk
let wrapper: VueWrapper

beforeEach(() => {
  desk = new FakeDesk()
  wrapper = mountInApp(PracticeTickets, {}).wrapper
})

afterEach(() => {
  wrapper.unmount()
  vi.unstubAllGlobals()
})

// The dialog stands at the end of the document.
async function press(name: string): Promise<void> {
  const buttons = [...document.querySelectorAll('button')]
  buttons.find((button) => button.textContent?.trim() === name)?.click()
  await flushPromises()
}

it('removes nothing unasked, then says how many went', async () => {
  desk.answer('DELETE', PATH, { status: 200, json: { tickets: 3, messages: 9, contacts: 2 } })
  await press('Remove practice tickets')
  await press('Keep them')
  expect(desk.asked).toEqual([])
  await press('Remove practice tickets')
  await press('Remove them')
  expect(desk.askedFor('DELETE', PATH)).toHaveLength(1)
  expect(document.querySelector('[role="dialog"]')?.textContent).toContain(
    'Removed: 3 tickets, 9 messages and 2 customers.',
  )
})

it('says why when it cannot', async () => {
  desk.answer('DELETE', PATH, 'no-answer')
  await press('Remove practice tickets')
  await press('Remove them')
  expect(document.querySelector('[role="dialog"] [role="alert"]')?.textContent).toContain('did not answer')
})
