import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { session } from '../../shared/testing/session.ts'
import { useSession } from '../session/session.ts'
import { attemptFor, type Draft, useDrafts } from './drafts.ts'

const draft = (body: string): Draft => ({ body, seenMessageId: 'm1', attempt: null })

/** What a reload leaves: new stores over the same storage. */
function reload(agentId = 'a1'): ReturnType<typeof useDrafts> {
  setActivePinia(createPinia())
  useSession().current = session({ id: agentId })
  return useDrafts()
}

describe('drafts', () => {
  beforeEach(() => localStorage.clear())

  it('survive a reload, each ticket and mode its own', () => {
    const before = reload()
    before.set(1, 'reply', draft('On its way'))
    before.set(1, 'note', draft('Ask Ben'))
    before.set(2, 'reply', draft('Hello'))
    const after = reload()
    expect(after.get(1, 'reply')).toMatchObject(draft('On its way'))
    expect(after.get(1, 'note').body).toBe('Ask Ben')
    expect(after.get(2, 'reply').body).toBe('Hello')
    expect(after.get(2, 'note').body).toBe('')
  })

  it('are carried from one ticket to another, after what was begun there', () => {
    const drafts = reload()
    drafts.set(1, 'reply', draft('And lamps.'))
    drafts.set(1, 'note', draft('Ask Ben'))
    drafts.set(2, 'reply', draft('We fix chairs.'))
    drafts.carry(1, 2)
    expect(drafts.get(2, 'reply')).toMatchObject({ body: 'We fix chairs.\n\nAnd lamps.', seenMessageId: null })
    expect(drafts.get(2, 'note').body).toBe('Ask Ben')
    expect([drafts.get(1, 'reply').body, drafts.get(1, 'note').body]).toEqual(['', ''])
  })

  it('stand at once in another tab, and go when they are sent or discarded there', () => {
    const here = reload()
    here.set(1, 'reply', draft('On its'))
    const name = Object.keys(localStorage)[0] ?? ''
    const there = (newValue: string | null) =>
      window.dispatchEvent(new StorageEvent('storage', { key: name, newValue }))
    there(JSON.stringify({ ...draft('On its way'), changedAt: 5, isStored: false }))
    expect(here.get(1, 'reply').body).toBe('On its way')
    there('not a draft')
    expect(here.get(1, 'reply').body).toBe('')
    there(JSON.stringify(draft('Anew')))
    there(null)
    expect(here.get(1, 'reply').body).toBe('')
  })

  it('belong to one agent', () => {
    reload('a1').set(1, 'reply', draft('Mine'))
    expect(reload('a2').get(1, 'reply').body).toBe('')
    expect(reload('a1').get(1, 'reply').body).toBe('Mine')
  })

  it('are gone once cleared or emptied', () => {
    const drafts = reload()
    drafts.set(1, 'reply', draft('Hello'))
    drafts.set(1, 'reply', draft(''))
    drafts.set(2, 'reply', draft('Hello'))
    drafts.clear(2, 'reply')
    expect(localStorage).toHaveLength(0)
    expect(reload().get(1, 'reply').body).toBe('')
  })

  it('take over what was written elsewhere, unless what is here is newer', () => {
    const drafts = reload()
    drafts.set(1, 'reply', draft('Here'))
    const elsewhere = (body: string, updatedAt: number) =>
      ({ ticketNumber: 1, mode: 'reply', body, updatedAt: new Date(updatedAt).toISOString() }) as const
    drafts.merge([elsewhere('There, before', Date.now() - 60_000)])
    expect(drafts.get(1, 'reply').body).toBe('Here')
    expect(drafts.unstored()).toEqual([{ ticket: 1, mode: 'reply' }])
    drafts.merge([elsewhere('There, after', Date.now() + 60_000)])
    expect(drafts.get(1, 'reply').body).toBe('There, after')
    expect(drafts.unstored()).toEqual([])
  })

  it('go when the desk had them and has them no more; what never got there stays', () => {
    const drafts = reload()
    drafts.set(1, 'reply', draft('Sent elsewhere'))
    drafts.stored(1, 'reply', 'Sent elsewhere')
    drafts.set(2, 'note', draft('Never got there'))
    drafts.merge([])
    expect(drafts.get(1, 'reply').body).toBe('')
    expect(drafts.get(2, 'note').body).toBe('Never got there')
  })

  it('are not stored where more was written meanwhile', () => {
    const drafts = reload()
    drafts.set(1, 'reply', draft('On its'))
    drafts.set(1, 'reply', draft('On its way'))
    drafts.stored(1, 'reply', 'On its')
    expect(drafts.unstored()).toEqual([{ ticket: 1, mode: 'reply' }])
  })

  it('a damaged entry is no draft', () => {
    localStorage.setItem('textdesk.draft.a1.1.reply', '{"body":')
    localStorage.setItem('textdesk.draft.a1.2.reply', '{"body":7}')
    const drafts = reload()
    expect(drafts.get(1, 'reply').body).toBe('')
    expect(drafts.get(2, 'reply').body).toBe('')
  })

  it('the same text keeps its key from try to try, another text gets another', () => {
    const first = attemptFor(draft('Hello'), 'Hello')
    const again = attemptFor({ ...draft('Hello'), attempt: first }, 'Hello')
    const other = attemptFor({ ...draft('Hello'), attempt: first }, 'Hello there')
    expect(again.key).toBe(first.key)
    expect(other.key).not.toBe(first.key)
  })
})
