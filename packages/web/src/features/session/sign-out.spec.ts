import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defineComponent } from 'vue'
import { useSession } from '../../entities/session/session.ts'
import { tellDeskEvent } from '../../shared/events/desk-events.ts'
import { deferred } from '../../shared/testing/deferred.ts'
import { FakeDesk } from '../../shared/testing/fake-desk.ts'
import { type Mounted, mountInApp } from '../../shared/testing/mount-app.ts'
import { useForgetAgent } from './use-forget-agent.ts'

const CHANNEL = 'textdesk.session'

let desk: FakeDesk
let page: Mounted
let left: number
let other: BroadcastChannel
let heard: unknown[]

const App = defineComponent({
  setup() {
    useForgetAgent(() => {
      left += 1
    })
    return () => null
  },
})

beforeEach(() => {
  left = 0
  heard = []
  desk = new FakeDesk()
  desk.answer('DELETE', '/api/session', { status: 204 })
  desk.answer('DELETE', '/api/sessions', { status: 204 })
  localStorage.setItem('textdesk.draft.a1.7.reply', '{"body":"Secret"}')
  sessionStorage.setItem('textdesk.sending.a1', '[]')
  localStorage.setItem('textdesk.single-keys', 'false')
  other = new BroadcastChannel(CHANNEL)
  other.onmessage = ({ data }) => heard.push(data)
  page = mountInApp(App, {})
})

afterEach(() => {
  page.wrapper.unmount()
  other.close()
  localStorage.clear()
  sessionStorage.clear()
})

const kept = () => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]

describe('signing out', () => {
  it('takes what was written out of the browser, leaves the page and tells the other tabs', async () => {
    await useSession().signOut()
    expect(kept()).toEqual(['textdesk.single-keys'])
    expect(useSession().agent).toBeNull()
    expect(left).toBe(1)
    await expect.poll(() => heard).toEqual(['signed-out'])
    expect(desk.askedFor('DELETE', '/api/session')).toHaveLength(1)
  })

  it('everywhere does the same here', async () => {
    await useSession().signOut({ everywhere: true })
    expect(desk.askedFor('DELETE', '/api/sessions')).toHaveLength(1)
    expect([kept(), left]).toEqual([['textdesk.single-keys'], 1])
  })

  it('first lets what is on its way get to the desk', async () => {
    const stored = deferred<void>()
    useSession().beforeLeaving(() => stored.promise)
    const leaving = useSession().signOut()
    await flushPromises()
    expect(desk.asked).toEqual([])
    stored.resolve()
    await leaving
    expect(left).toBe(1)
  })

  it('keeps everything when the desk does not answer: the browser is still signed in', async () => {
    desk.answer('DELETE', '/api/session', 'no-answer')
    await expect(useSession().signOut()).rejects.toThrow()
    expect(kept()).toContain('textdesk.draft.a1.7.reply')
    expect([useSession().agent?.name, left, heard]).toEqual(['Ana', 0, []])
  })

  it('keeps how the page is liked, although the desk has the browser forget all it keeps', async () => {
    const answer = deferred<{ status: number }>()
    desk.answer('DELETE', '/api/session', answer.promise)
    const leaving = useSession().signOut()
    await flushPromises()
    tellDeskEvent({ event: 'signed-out', data: {} })
    expect(left).toBe(0)
    localStorage.clear()
    answer.resolve({ status: 204 })
    await leaving
    expect(localStorage.getItem('textdesk.single-keys')).toBe('false')
  })
})

describe('a tab', () => {
  it('empties itself when another one signs out', async () => {
    page.queries.setQueryData(['mine'], 'a text')
    other.postMessage('signed-out')
    await expect.poll(() => left).toBe(1)
    expect(page.queries.getQueryData(['mine'])).toBeUndefined()
    expect(kept()).toEqual(['textdesk.single-keys'])
  })

  it('empties itself when the desk says that this session was ended', () => {
    page.queries.setQueryData(['mine'], 'a text')
    tellDeskEvent({ event: 'signed-out', data: {} })
    expect([left, page.queries.getQueryData(['mine'])]).toEqual([1, undefined])
  })

  it('shows the page behind the overlay as before when the session only ran out', () => {
    useSession().hasExpired = true
    expect([left, useSession().agent?.name]).toEqual([0, 'Ana'])
    expect(kept()).toContain('textdesk.draft.a1.7.reply')
  })
})
