import type { ContactRef } from '@textdesk/server/contract'
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeDesk } from '../../shared/testing/fake-desk.ts'
import { mountInApp } from '../../shared/testing/mount-app.ts'
import PhoneDevice from './PhoneDevice.vue'
import { personas } from './personas.ts'

const lars = contact('c1', '+12025550177', 'Lars')
const ines = contact('c2', '+351912345678', null)

let desk: FakeDesk
let wrapper: VueWrapper

beforeEach(() => {
  localStorage.clear()
  desk = new FakeDesk()
})
afterEach(() => {
  wrapper.unmount()
  vi.unstubAllGlobals()
})

describe('the practice phone', () => {
  it('is that of the customer whose ticket is open, and of the next one when another is opened', async () => {
    await open(lars)
    expect(askedLast()).toBe(path(lars.address))
    expect(chosen()).toBe('Lars, +1 202 555 0177')
    await wrapper.setProps({ customer: ines })
    await flushPromises()
    expect(askedLast()).toBe(path(ines.address))
    expect(chosen()).toBe('+351 912 345 678')
  })

  it('stays with whom a text is being written for, and offers the customer of the open ticket', async () => {
    await open(lars)
    await wrapper.get('textarea').setValue('I am still')
    await wrapper.setProps({ customer: ines })
    expect(chosen()).toBe('Lars, +1 202 555 0177')
    await wrapper.get('select').setValue(ines.address)
    await flushPromises()
    expect(askedLast()).toBe(path(ines.address))
  })

  it('stays as it is for a customer who has no phone number', async () => {
    await open(lars)
    await wrapper.setProps({ customer: { ...contact('c3', 'PARCELCO', null), kind: 'name' } })
    expect(chosen()).toBe('Lars, +1 202 555 0177')
  })

  it('can be that of a customer who never was here, again and again', async () => {
    await open(undefined)
    const numbers = new Set<string | undefined>()
    for (let times = 0; times < 5; times += 1) {
      await wrapper.get('select').setValue('new')
      await flushPromises()
      numbers.add(askedLast())
    }
    expect(numbers.size).toBe(5)
    expect(personas.some(({ number }) => numbers.has(path(number)))).toBe(false)
    expect([...numbers].every((one) => /%2B12025550[1]\d\d/.test(one ?? ''))).toBe(true)
  })

  it('says of a text that shows nothing that it is empty', async () => {
    const items = [{ id: 't1', direction: 'to-phone', body: '\u200B', at: '2026-11-29T09:00:00.000Z' }]
    desk.answer('GET', path(lars.address), { status: 200, json: { inboxNumber: '+12025550100', items } })
    wrapper = mountInApp(PhoneDevice, { customer: lars }).wrapper
    await flushPromises()
    expect(wrapper.get('article').text()).toContain('(empty text)')
  })

  it('can be any number, which is kept, and says what a number looks like', async () => {
    await open(undefined)
    await wrapper.get('select').setValue('other')
    const field = wrapper.get('input[type="tel"]')
    expect(document.activeElement).toBe(field.element)
    await field.setValue('0171 2345678')
    await wrapper.get('form').trigger('submit')
    expect(wrapper.get('[role="alert"]').text()).toContain('+1 202 555 0150')
    await field.setValue('+49 (171) 234-5678')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(askedLast()).toBe(path('+491712345678'))
    expect(wrapper.find('input[type="tel"]').exists()).toBe(false)
    await wrapper.get('select').setValue(personas[1]?.number)
    expect(wrapper.findAll('option').map((option) => option.text())).toContain('+49 171 234 5678')
  })
})

async function open(customer: ContactRef | undefined): Promise<void> {
  const answer = { status: 200, json: { inboxNumber: '+12025550100', items: [] } }
  for (const { address } of [lars, ines]) desk.answer('GET', path(address), answer)
  wrapper = mountInApp(PhoneDevice, { customer }).wrapper
  await flushPromises()
}

function chosen(): string | undefined {
  return wrapper.get('select').element.selectedOptions[0]?.text.trim()
}

function askedLast(): string | undefined {
  return desk.asked.at(-1)?.path
}

function path(number: string): string {
  return `/api/simulator/phones/${encodeURIComponent(number)}/messages`
}

function contact(id: string, address: string, name: string | null): ContactRef {
  return { id, kind: 'phone', address, name, blockedAt: null, optedOutAt: null }
}
