import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FakeDesk } from '../../shared/testing/fake-desk.ts'
import { mountInApp } from '../../shared/testing/mount-app.ts'
import { contact } from '../../shared/testing/owner.ts'
import EraseContact from './EraseContact.vue'

const PATH = '/api/contacts/c1'

let desk: FakeDesk
let wrapper: VueWrapper

beforeEach(async () => {
  desk = new FakeDesk()
  desk.answer('DELETE', PATH, { status: 204 })
  wrapper = mountInApp(EraseContact, { contact: contact() }).wrapper
  await wrapper.get('button').trigger('click')
  await flushPromises()
})

afterEach(() => {
  wrapper.unmount()
  vi.unstubAllGlobals()
})

async function confirm(number: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('[role="dialog"] input') ?? expect.unreachable('no field')
  field.value = number
  field.dispatchEvent(new Event('input'))
  await flushPromises()
  field.form?.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
}

it('erases only when the number was written', async () => {
  await confirm('+12025550102')
  expect(desk.asked).toEqual([])
  await confirm('+1 202 555 0101')
  expect(desk.askedFor('DELETE', PATH)).toHaveLength(1)
  expect(wrapper.emitted('erased')).toHaveLength(1)
})

it('says why when it cannot be done now', async () => {
  desk.answer('DELETE', PATH, { status: 409, json: { code: 'texts-leaving', detail: 'A text is leaving right now.' } })
  await confirm('+12025550101')
  expect(document.querySelector('[role="dialog"] [role="alert"]')?.textContent).toContain(
    'A text is leaving right now.',
  )
  expect(wrapper.emitted('erased')).toBeUndefined()
})
