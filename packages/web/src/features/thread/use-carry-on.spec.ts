import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useDrafts } from '../../entities/reply/drafts.ts'
import { deferred } from '../../shared/testing/deferred.ts'
import { type Answer, FakeDesk } from '../../shared/testing/fake-desk.ts'
import { inbound, ticket } from '../../shared/testing/items.ts'
import { type Mounted, mountInApp } from '../../shared/testing/mount-app.ts'
import { useUndo } from '../undo/undo.ts'
import MergeDialog from './MergeDialog.vue'
import MoveTextDialog from './MoveTextDialog.vue'

const visited: string[] = []
vi.mock('vue-router', () => ({ useRouter: () => ({ push: (path: string) => visited.push(path) }) }))

let desk: FakeDesk
let mounted: Mounted
let answer: { resolve: (answer: Answer) => void }

async function ask(): Promise<void> {
  document.querySelector<HTMLInputElement>('input[type="radio"]')?.click()
  await flushPromises()
  document.querySelector('form')?.requestSubmit()
  await flushPromises()
}

describe('what was in one ticket and is in another now', () => {
  const cases = [
    [
      'merged',
      () => mountInApp(MergeDialog, { ticket: ticket({ number: 1 }), open: true }),
      'Merged ticket 1 into ticket 5.',
    ],
    [
      'moved',
      () => mountInApp(MoveTextDialog, { message: inbound({ id: 'm1', seq: 2 }), number: 1, open: true }),
      'Moved the text to ticket 5.',
    ],
  ] as const

  beforeEach(() => {
    localStorage.clear()
    visited.length = 0
    desk = new FakeDesk()
    const [merged, moved] = [deferred<Answer>(), deferred<Answer>()]
    answer = {
      resolve: (given) => {
        merged.resolve(given)
        moved.resolve(given)
      },
    }
    desk.answer('PUT', '/api/tickets/1/merge', merged.promise)
    desk.answer('POST', '/api/tickets/1/messages/m1/move', moved.promise)
    const items = [ticket({ number: 5 })]
    desk.answer('GET', '/api/contacts/c1/tickets?limit=50', { status: 200, json: { items, nextCursor: null } })
  })
  afterEach(() => {
    mounted.wrapper.unmount()
    vi.unstubAllGlobals()
  })

  it.each(cases)('leads there, with what was being written: %s', async (_, open) => {
    mounted = open()
    await flushPromises()
    useDrafts().set(1, 'reply', { body: 'On its way', seenMessageId: null, attempt: null })
    await ask()
    answer.resolve({ status: 200, json: { number: 5 } })
    await flushPromises()
    expect(visited).toEqual(['/inbox/all/5'])
    expect(useDrafts().get(5, 'reply').body).toBe('On its way')
  })

  it.each(cases)('leads nobody anywhere who left the dialog meanwhile, but says it: %s', async (_, open, said) => {
    mounted = open()
    await flushPromises()
    useDrafts().set(1, 'reply', { body: 'On its way', seenMessageId: null, attempt: null })
    await ask()
    mounted.wrapper.unmount()
    answer.resolve({ status: 200, json: { number: 5 } })
    await flushPromises()
    expect([visited, useUndo().said]).toEqual([[], said])
    expect(useDrafts().get(5, 'reply').body).toBe('On its way')
  })
})
