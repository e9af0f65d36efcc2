import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeDesk } from '../../shared/testing/fake-desk.ts'
import { mountInApp } from '../../shared/testing/mount-app.ts'
import { session } from '../../shared/testing/session.ts'
import AgentSettings from './AgentSettings.vue'

const agent = (id: string, name: string, state = 'active') => ({ ...session({ id, name }).agent, role: 'agent', state })

let desk: FakeDesk
let wrapper: VueWrapper

/** Dialogs open at the end of the page. */
const shown = () => document.querySelector('[role="dialog"]')
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name) ?? expect.fail(name)
const changes = () => desk.askedFor('PATCH', '/api/agents/a2').map(({ body }) => body)

async function openDialog(openTickets: number): Promise<void> {
  desk.answer('GET', '/api/agents/a2/workload', { status: 200, json: { openTickets } })
  wrapper = mountInApp(AgentSettings, {}).wrapper
  await flushPromises()
  button('Disable Ben').click()
  await flushPromises()
}

describe('disabling an agent', () => {
  beforeEach(() => {
    desk = new FakeDesk()
    const items = [agent('a1', 'Ana'), agent('a2', 'Ben'), agent('a3', 'Cy'), agent('a4', 'Dee', 'disabled')]
    desk.answer('GET', '/api/agents', { status: 200, json: { items } })
    desk.answer('PATCH', '/api/agents/a2', { status: 200, json: agent('a2', 'Ben', 'disabled') })
  })
  afterEach(() => {
    wrapper.unmount()
    vi.unstubAllGlobals()
  })

  it('says how many tickets they have, and hands them to who is chosen', async () => {
    await openDialog(3)
    expect(shown()?.textContent).toContain('Ben has 3 open tickets.')
    const select = shown()?.querySelector('select') ?? expect.fail('nobody to choose')
    expect([...select.options].map(({ text }) => text)).toEqual(['Nobody: they become unassigned', 'Ana', 'Cy'])
    expect(changes()).toEqual([])
    select.value = 'a3'
    select.dispatchEvent(new Event('change'))
    shown()?.querySelector('form')?.requestSubmit()
    await flushPromises()
    expect(changes()).toEqual([{ disabled: true, ticketsTo: 'a3' }])
    expect(shown()).toBeNull()
  })

  it('asks first also where there is nothing to hand over, and can be left', async () => {
    await openDialog(0)
    expect(shown()?.textContent).toContain('Ben has no open tickets.')
    expect(shown()?.querySelector('select')).toBeNull()
    button('Leave it as it is').click()
    await flushPromises()
    expect([shown(), changes()]).toEqual([null, []])
  })

  it('stays open with the reason when it is refused', async () => {
    desk.answer('PATCH', '/api/agents/a2', {
      status: 409,
      json: { code: 'last-owner', detail: 'The desk needs an owner.' },
    })
    await openDialog(0)
    shown()?.querySelector('form')?.requestSubmit()
    await flushPromises()
    expect(shown()?.textContent).toContain('The desk needs an owner.')
  })
})
