import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { createApp, defineComponent } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { deferred } from '../../shared/testing/deferred.ts'
import { useUndo } from './undo.ts'
import { useUndoLast } from './use-undo-last.ts'

let router: Router
let undoLast: () => Promise<void>
const Page = { render: () => null }
const where = () => router.currentRoute.value.fullPath
const done = (ticket: number | null) => ({ done: 'Closed ticket 3', ticket, undo: async () => undefined })

async function openAt(path: string): Promise<void> {
  const pinia = createPinia()
  setActivePinia(pinia)
  const routes = [
    { path: '/inbox/:view/:ticketNumber?', component: Page },
    { path: '/settings', component: Page },
  ]
  router = createRouter({ history: createMemoryHistory(), routes })
  const Bar = defineComponent({
    setup: () => {
      undoLast = useUndoLast()
      return () => null
    },
  })
  await router.push(path)
  createApp(Bar).use(pinia).use(router).mount(document.createElement('div'))
}

describe('undoing what was done last', () => {
  beforeEach(() => openAt('/inbox/waiting/4?tag=VIP'))

  it('leads back to its ticket, in the view that is open', async () => {
    useUndo().offer(done(3))
    await undoLast()
    expect(where()).toBe('/inbox/waiting/3?tag=VIP')
  })

  it('leads back from another page', async () => {
    await openAt('/settings')
    useUndo().offer(done(3))
    await undoLast()
    expect(where()).toBe('/inbox/all/3')
  })

  it('leads nowhere after a change to many, or when it was refused', async () => {
    useUndo().offer(done(null))
    await undoLast()
    useUndo().offer({ ...done(3), undo: () => Promise.reject(new Error('Changed since.')) })
    await undoLast()
    expect(where()).toBe('/inbox/waiting/4?tag=VIP')
  })

  it('leads nobody away who has gone elsewhere meanwhile', async () => {
    const answer = deferred<undefined>()
    useUndo().offer({ ...done(3), undo: () => answer.promise })
    const undone = undoLast()
    await router.push('/inbox/waiting/9')
    answer.resolve(undefined)
    await undone
    expect(where()).toBe('/inbox/waiting/9')
  })
})
