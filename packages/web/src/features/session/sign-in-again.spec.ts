import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { useSession } from '../../entities/session/session.ts'
import { request } from '../../shared/api/request.ts'
import { deferred } from '../../shared/testing/deferred.ts'
import { type Answer, FakeDesk } from '../../shared/testing/fake-desk.ts'
import { type Mounted, mountInApp } from '../../shared/testing/mount-app.ts'
import { session } from '../../shared/testing/session.ts'

const REFUSED: Answer = { status: 401, json: { code: 'signed-out', detail: 'Sign in.' } }
const known: Answer = { status: 200, json: session() }

let desk: FakeDesk
let page: Mounted

beforeEach(() => {
  desk = new FakeDesk()
  desk.answer('POST', '/api/session', known)
  desk.answer('GET', '/api/session', known)
  page = mountInApp(defineComponent({ setup: () => () => null }), {})
})
afterEach(() => {
  page.wrapper.unmount()
  vi.unstubAllGlobals()
})

describe('after signing in again', () => {
  it('a request that was refused before opens no sign-in over the page', async () => {
    const late = deferred<Answer>()
    desk.answer('GET', '/api/tickets', late.promise)
    const asked = request('GET', '/api/tickets').catch(() => undefined)
    useSession().hasExpired = true
    await useSession().signIn('ana@example.org', 'a password of hers')
    late.resolve(REFUSED)
    await asked
    await flushPromises()
    expect(useSession().hasExpired).toBe(false)
  })

  it('nor does a look at the session from before', async () => {
    const late = deferred<Answer>()
    desk.answer('GET', '/api/session', late.promise, known)
    const asked = useSession().ask()
    useSession().hasExpired = true
    await useSession().signIn('ana@example.org', 'a password of hers')
    late.resolve(REFUSED)
    await asked
    expect(useSession().hasExpired).toBe(false)
  })

  it('a request of the new session that is refused does', async () => {
    await useSession().signIn('ana@example.org', 'a password of hers')
    desk.answer('GET', '/api/tickets', REFUSED)
    await request('GET', '/api/tickets').catch(() => undefined)
    expect(useSession().hasExpired).toBe(true)
  })
})
