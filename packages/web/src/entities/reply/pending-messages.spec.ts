import type { Message, TimelineItem } from '@textdesk/server/contract'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Deferred, deferred } from '../../shared/testing/deferred.ts'
import { inbound, outbound } from '../../shared/testing/items.ts'
import { type KnownThread, usePendingMessages } from './pending-messages.ts'

const TICKET = 1
const AT = '2026-11-22T10:00:00.000Z'
const before = [inbound({ seq: 1 })]
let answers: Deferred<Message>[]

function send(key: string, body = 'On its way', known: KnownThread = { seq: 1, updatedAt: AT }): void {
  const answer = deferred<Message>()
  answers.push(answer)
  const message = outbound({ id: key, seq: Number.MAX_SAFE_INTEGER, body })
  usePendingMessages().show({ ticket: TICKET, message, known, answer: answer.promise })
}

/** The keys of the rows, as they are drawn. */
function rows(items: readonly TimelineItem[]): string[] {
  const shown = usePendingMessages().withPending(TICKET, items)
  return shown.items.map(({ id }) => shown.keys.get(id) ?? id)
}

describe('messages on their way to the desk', () => {
  beforeEach(() => {
    answers = []
    setActivePinia(createPinia())
  })

  it('stand at the end of their ticket, and of no other', () => {
    send('k1')
    send('k2', 'Anything else?')
    expect(rows(before)).toEqual(['m1', 'k1', 'k2'])
    expect(usePendingMessages().withPending(2, before).items).toEqual(before)
  })

  it('keep their row when the desk has stored them', () => {
    send('k1')
    usePendingMessages().stored('k1', outbound({ seq: 2, body: 'On its way' }))
    expect(rows([...before, outbound({ seq: 2, body: 'On its way' })])).toEqual(['m1', 'k1'])
  })

  it('are never shown twice when the news is faster than the answer', () => {
    send('k1')
    send('k2')
    const [first, second] = [outbound({ seq: 2, body: 'On its way' }), outbound({ seq: 3, body: 'On its way' })]
    expect(rows([...before, first])).toEqual(['m1', 'k1', 'k2'])
    expect(rows([...before, first, second])).toEqual(['m1', 'k1', 'k2'])
    usePendingMessages().stored('k1', first)
    expect(rows([...before, first])).toEqual(['m1', 'k1', 'k2'])
  })

  it('are not taken for the same words said earlier, or by a colleague', () => {
    send('k1')
    const earlier = outbound({ seq: 1, body: 'On its way' })
    const bens = outbound({ seq: 2, body: 'On its way', author: { id: 'a2', name: 'Ben' } })
    expect(rows([earlier, bens])).toEqual(['m1', 'm2', 'k1'])
  })

  it('are known again by their time where they were sent before the thread came up', () => {
    const earlier = outbound({ seq: 2, at: '2026-11-22T10:05:00.000Z', body: 'On its way' })
    const stored = outbound({ seq: 3, at: '2026-11-22T10:06:00.000Z', body: 'On its way' })
    send('k1', 'On its way', { seq: null, updatedAt: earlier.at })
    expect(rows([...before, earlier])).toEqual(['m1', 'm2', 'k1'])
    expect(rows([...before, earlier, stored])).toEqual(['m1', 'm2', 'k1'])
    expect(usePendingMessages().withPending(TICKET, [...before, earlier, stored]).items).toHaveLength(3)
  })

  it('leave the thread when they are refused', () => {
    send('k1')
    usePendingMessages().drop('k1')
    expect(rows(before)).toEqual(['m1'])
  })

  it('can be taken back by whoever waits for their answer', async () => {
    send('k1')
    const id = usePendingMessages().storedId('k1')
    answers[0]?.resolve(outbound({ seq: 2 }))
    expect(await id).toBe('m2')
    expect(await usePendingMessages().storedId('m7')).toBe('m7')
  })
})
