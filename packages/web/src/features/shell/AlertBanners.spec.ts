import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { useSession } from '../../entities/session/session.ts'
import { FakeDesk } from '../../shared/testing/fake-desk.ts'
import { mountInApp } from '../../shared/testing/mount-app.ts'
import { session } from '../../shared/testing/session.ts'
import AlertBanners from './AlertBanners.vue'

const sentence = 'No text has come for 3 hours.'
const alert = { id: 'x1', kind: 'silence', sentence, since: '2026-11-22T10:00:00.000Z' }

afterEach(() => vi.unstubAllGlobals())

it('shows owners what is wrong', async () => {
  new FakeDesk().answer('GET', '/api/alerts', { status: 200, json: { items: [alert] } })
  const { wrapper } = mountInApp(AlertBanners, {})
  await flushPromises()
  expect(wrapper.get('[role="status"]').text()).toContain(sentence)
  useSession().current = session({ role: 'agent' })
  await flushPromises()
  expect(wrapper.get('[role="status"]').text()).toBe('')
  wrapper.unmount()
})
