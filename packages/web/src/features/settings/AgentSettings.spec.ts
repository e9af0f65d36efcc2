import type { Agent } from '@textdesk/server/contract'
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FakeDesk } from '../../shared/testing/fake-desk.ts'
import { mountInApp } from '../../shared/testing/mount-app.ts'
import { session } from '../../shared/testing/session.ts'
import AgentSettings from './AgentSettings.vue'

let desk: FakeDesk
let wrapper: VueWrapper

const ben: Agent = { ...session().agent, id: 'b1', name: 'Ben', email: 'ben@example.org', role: 'agent' }

async function open(agent: Agent): Promise<void> {
  desk.answer('GET', '/api/agents', { status: 200, json: { items: [agent] } })
  wrapper = mountInApp(AgentSettings, {}).wrapper
  await flushPromises()
}

beforeEach(() => {
  desk = new FakeDesk()
})

afterEach(() => {
  wrapper.unmount()
  vi.unstubAllGlobals()
})

const dialog = () => document.querySelector('[role="dialog"]')

/** In the dialog where one is open. */
async function press(name: string): Promise<void> {
  const buttons = [...(dialog() ?? document).querySelectorAll('button')]
  buttons.find((button) => button.textContent?.trim() === name)?.click()
  await flushPromises()
}

it.each([
  ['Make owner', 'active', { role: 'owner' }, 'erase customers'],
  ['Enable', 'disabled', { disabled: false }, 'can sign in again'],
] as const)(
  'asks before it does what "%s" says, and tells what that brings',
  async (label, state, fields, consequence) => {
    await open({ ...ben, state })
    desk.answer('PATCH', '/api/agents/b1', { status: 200, json: ben })
    await press(`${label}: Ben`)
    expect(dialog()?.textContent).toContain(consequence)
    await press('Leave it as it is')
    expect(desk.askedFor('PATCH', '/api/agents/b1')).toEqual([])
    await press(`${label}: Ben`)
    await press(label)
    expect(desk.askedFor('PATCH', '/api/agents/b1').map(({ body }) => body)).toEqual([fields])
    expect(dialog()).toBeNull()
  },
)

it('says in the dialog why it was refused', async () => {
  await open({ ...ben, role: 'owner' })
  const refusal = { code: 'last-owner', detail: 'The desk needs an owner. Make somebody else an owner first.' }
  desk.answer('PATCH', '/api/agents/b1', { status: 409, json: refusal })
  await press('Make agent: Ben')
  await press('Make agent')
  expect(dialog()?.querySelector('[role="alert"]')?.textContent).toContain('The desk needs an owner')
})

it('makes a new link, which is shown once', async () => {
  await open({ ...ben, state: 'invited' })
  const link = 'https://desk.example.org/invite/abc'
  desk.answer('POST', '/api/agents/b1/link', { status: 201, json: { link, expiresAt: '2026-11-29T09:00:00.000Z' } })
  await press('New link for Ben')
  expect(desk.askedFor('POST', '/api/agents/b1/link')).toEqual([])
  await press('Make the link')
  expect(dialog()?.textContent).toContain(link)
  await press('Done')
  await press('New link for Ben')
  expect(dialog()?.textContent).not.toContain(link)
})

it('makes no link for whoever is disabled', async () => {
  await open({ ...ben, state: 'disabled' })
  expect(wrapper.text()).toContain('Enable')
  expect(wrapper.text()).not.toContain('New link')
})

it('cancels the invite of whoever has never joined', async () => {
  await open({ ...ben, state: 'invited', joinedAt: null })
  desk.answer('GET', '/api/agents/b1/workload', { status: 200, json: { openTickets: 0 } })
  desk.answer('PATCH', '/api/agents/b1', { status: 200, json: ben })
  await press('Cancel invite of Ben')
  expect(dialog()?.textContent).toContain('The link they were given stops working')
  await press('Cancel the invite')
  expect(desk.askedFor('PATCH', '/api/agents/b1').map(({ body }) => body)).toEqual([
    { disabled: true, ticketsTo: null },
  ])
})

it('offers no cancelling of an invite for whoever awaits a new password', async () => {
  await open({ ...ben, state: 'invited' })
  expect(wrapper.text()).toContain('awaiting a new password')
  expect(wrapper.text()).not.toContain('Cancel invite')
})
