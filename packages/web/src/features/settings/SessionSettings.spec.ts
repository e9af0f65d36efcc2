import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { useSession } from '../../entities/session/session.ts'
import { FakeDesk } from '../../shared/testing/fake-desk.ts'
import { type Mounted, mountInApp } from '../../shared/testing/mount-app.ts'
import SessionSettings from './SessionSettings.vue'

const AT = '2026-11-22T10:00:00.000Z'
const here = { id: 's1', label: 'Firefox on Windows', createdAt: AT, lastSeenAt: AT, current: true }
const phone = { ...here, id: 's2', label: 'Safari on iOS', current: false }
const unnamed = { ...here, id: 's3', label: null, current: false }

let desk: FakeDesk
let page: Mounted

beforeEach(async () => {
  desk = new FakeDesk()
  desk.answer('GET', '/api/sessions', { status: 200, json: { items: [here, phone, unnamed] } })
  page = mountInApp(SessionSettings, {})
  await flushPromises()
})

const rows = () => page.wrapper.findAll('li').map((row) => row.text())
const button = (text: string) => page.wrapper.findAll('button').find((one) => one.text().startsWith(text))

describe('your sessions', () => {
  it('say what each is in, and which is this one', () => {
    expect(rows()).toEqual([
      expect.stringMatching(/^Firefox on Windows.*This browser$/),
      expect.stringMatching(/^Safari on iOS.*Sign out: Safari on iOS/),
      expect.stringMatching(/^Another browser or program/),
    ])
  })

  it('are ended one by one', async () => {
    desk.answer('DELETE', '/api/sessions/s2', { status: 204 })
    desk.answer('GET', '/api/sessions', { status: 200, json: { items: [here, unnamed] } })
    await button('Sign out: Safari')?.trigger('click')
    await flushPromises()
    expect(desk.askedFor('DELETE', '/api/sessions/s2')).toHaveLength(1)
    expect(rows()).toHaveLength(2)
    expect(useSession().hasLeft).toBe(false)
  })

  it('are ended all at once, this one too', async () => {
    desk.answer('DELETE', '/api/sessions', { status: 204 })
    await button('Sign out everywhere')?.trigger('click')
    await expect.poll(() => useSession().hasLeft).toBe(true)
  })

  it('say so when they could not be ended', async () => {
    desk.answer('DELETE', '/api/sessions', 'no-answer')
    await button('Sign out everywhere')?.trigger('click')
    await expect.poll(() => page.wrapper.find('[role=alert]').exists()).toBe(true)
    expect(useSession().hasLeft).toBe(false)
  })
})
