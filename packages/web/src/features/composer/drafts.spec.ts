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
    expect(after.get(1, 'reply')).toEqual(draft('On its way'))
    expect(after.get(1, 'note').body).toBe('Ask Ben')
    expect(after.get(2, 'reply').body).toBe('Hello')
    expect(after.get(2, 'note').body).toBe('')
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
