import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { session } from '../../shared/testing/session.ts'
import { useSession } from '../session/session.ts'
import { useDrafts } from './drafts.ts'
import { type QueuedReply, useOutbox } from './outbox.ts'

const queued = (given: Partial<QueuedReply> = {}): QueuedReply => ({
  key: 'k1',
  ticket: 1,
  mode: 'reply',
  body: 'On its way',
  seenMessageId: 'm1',
  sendNow: false,
  ...given,
})

/** The page comes up in the same tab, with Ana signed in. */
function load(): void {
  setActivePinia(createPinia())
  useSession().current = session()
}

describe('the outbox', () => {
  beforeEach(() => {
    localStorage.clear()
    sessionStorage.clear()
    load()
  })

  it('what a reload interrupted is a draft again, and the same attempt', async () => {
    void useOutbox().inTurn(queued(), () => new Promise(() => undefined))
    load()
    useOutbox().recover()
    expect(useDrafts().get(1, 'reply')).toMatchObject({
      body: 'On its way',
      seenMessageId: 'm1',
      attempt: { key: 'k1', body: 'On its way' },
    })
  })

  it('what arrived does not come back', async () => {
    await useOutbox().inTurn(queued(), async () => undefined)
    load()
    useOutbox().recover()
    expect(useDrafts().get(1, 'reply').body).toBe('')
  })

  it('what came back while another text was being written stands before it, as another attempt', () => {
    useDrafts().set(1, 'reply', { body: 'And also', seenMessageId: 'm2', attempt: null })
    useOutbox().giveBack(queued(), null)
    const draft = useDrafts().get(1, 'reply')
    expect(draft.body).toBe('On its way\nAnd also')
    expect(draft.attempt?.body).not.toBe(draft.body)
  })

  it('tickets do not wait for each other', async () => {
    void useOutbox().inTurn(queued(), () => new Promise(() => undefined))
    expect(await useOutbox().inTurn(queued({ key: 'k2', ticket: 2 }), async () => 'sent')).toBe('sent')
    expect(useOutbox().isSending(1, 'reply')).toBe(true)
    expect(useOutbox().isSending(2, 'reply')).toBe(false)
  })
})
