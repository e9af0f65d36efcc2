import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { useDrafts } from '../../entities/reply/drafts.ts'
import { deferred } from '../../shared/testing/deferred.ts'
import { type Answer, FakeDesk } from '../../shared/testing/fake-desk.ts'
import { ticket } from '../../shared/testing/items.ts'
import { type Mounted, mountInApp } from '../../shared/testing/mount-app.ts'
import { useUndo } from '../undo/undo.ts'
import StartConversationDialog from './StartConversationDialog.vue'

const visited: string[] = []
vi.mock('vue-router', () => ({ useRouter: () => ({ push: async (path: string) => visited.push(path) }) }))

const isOpen = ref(true)
const Host = defineComponent({
  setup: () => () =>
    h(StartConversationDialog, { open: isOpen.value, 'onUpdate:open': (now: boolean) => (isOpen.value = now) }),
})

let desk: FakeDesk
let mounted: Mounted
const field = (name: string) => document.querySelector<HTMLInputElement>(name) ?? expect.fail(name)

async function write(name: string, text: string): Promise<void> {
  field(name).value = text
  field(name).dispatchEvent(new Event('input'))
  await flushPromises()
}

async function send(answer: Answer | Promise<Answer>): Promise<void> {
  desk.answer('POST', '/api/tickets', answer)
  await write('input', '+12025550101')
  await write('textarea', 'Your order is here.')
  document.querySelector('form')?.requestSubmit()
  await flushPromises()
}

describe('starting a conversation', () => {
  beforeEach(async () => {
    localStorage.clear()
    visited.length = 0
    isOpen.value = true
    desk = new FakeDesk()
    mounted = mountInApp(Host, {})
    await flushPromises()
  })
  afterEach(() => {
    mounted.wrapper.unmount()
    vi.unstubAllGlobals()
  })

  it('leads to the new ticket', async () => {
    await send({ status: 201, json: ticket({ number: 7 }) })
    expect([visited, isOpen.value]).toEqual([['/inbox/all/7'], false])
    expect(useDrafts().get(7, 'reply').body).toBe('')
  })

  it('with a customer who has an open ticket leads there, with the text as the draft', async () => {
    useDrafts().set(3, 'reply', { body: 'Written a moment ago', seenMessageId: null, attempt: null })
    await send({ status: 200, json: { ...ticket({ number: 3 }), draft: { body: 'Older\n\nYour order is here.' } } })
    expect(visited).toEqual(['/inbox/all/3'])
    expect(useDrafts().get(3, 'reply').body).toBe('Written a moment ago\n\nYour order is here.')
    expect(useUndo().said).toContain('Not sent')
  })

  it('takes over what the desk made of the draft', async () => {
    useDrafts().set(3, 'reply', { body: 'Dear Ana,', seenMessageId: null, attempt: null })
    await send({ status: 200, json: { ...ticket({ number: 3 }), draft: { body: 'Dear Ana,\n\nYour order is here.' } } })
    expect(useDrafts().get(3, 'reply').body).toBe('Dear Ana,\n\nYour order is here.')
  })

  it('leads nobody anywhere who left the dialog meanwhile', async () => {
    const answer = deferred<Answer>()
    await send(answer.promise)
    isOpen.value = false
    await flushPromises()
    answer.resolve({ status: 201, json: ticket({ number: 7 }) })
    await flushPromises()
    expect(visited).toEqual([])
    expect(useUndo().said).toBe('Started ticket 7.')
  })
})
