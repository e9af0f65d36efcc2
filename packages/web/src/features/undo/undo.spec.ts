import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useUndo } from './undo.ts'

describe('useUndo', () => {
  let undone: string[]
  const done = (what: string, until?: number) => ({
    done: what,
    ticket: 3,
    undo: async () => {
      undone.push(what)
      return undefined
    },
    ...(until === undefined ? {} : { until }),
  })

  beforeEach(() => {
    vi.useFakeTimers()
    setActivePinia(createPinia())
    undone = []
  })
  afterEach(() => vi.useRealTimers())

  it('takes back the newest first, names it, then the one before', async () => {
    const undo = useUndo()
    undo.offer(done('Assigned ticket 3 to Ana'))
    undo.offer(done('Closed ticket 3'))
    expect(undo.last?.done).toBe('Closed ticket 3')
    expect(await undo.undoLast()).toBe(3)
    expect(undo.said).toBe('Undone: closed ticket 3.')
    await undo.undoLast()
    await undo.undoLast()
    expect(undone).toEqual(['Closed ticket 3', 'Assigned ticket 3 to Ana'])
  })

  it('forgets a held reply when its time is over, and all else after a while', () => {
    const undo = useUndo()
    undo.offer(done('Tagged ticket 3'))
    undo.offer(done('Replied on ticket 3', Date.now() + 5000))
    vi.advanceTimersByTime(5001)
    expect(undo.last?.done).toBe('Tagged ticket 3')
    vi.advanceTimersByTime(15_000)
    expect(undo.last).toBeNull()
  })

  it('says why something can not be taken back', async () => {
    const undo = useUndo()
    const refusal = new Error('Too late.')
    undo.offer({ done: 'Closed ticket 3', ticket: 3, undo: () => Promise.reject(refusal) })
    expect(await undo.undoLast()).toBeNull()
    expect(undo.error).toBe(refusal)
    expect(undo.last).toBeNull()
  })

  it('says what else there is to be said', async () => {
    const undo = useUndo()
    undo.offer({ ...done('Closed ticket 3'), undo: async () => 'Somebody changed it meanwhile: that stays.' })
    await undo.undoLast()
    expect(undo.said).toBe('Undone: closed ticket 3. Somebody changed it meanwhile: that stays.')
  })

  it('does not offer what was taken back elsewhere', () => {
    const undo = useUndo()
    undo.offer({ ...done('Replied on ticket 3'), key: 'reply m1' })
    undo.drop('reply m1')
    expect(undo.last).toBeNull()
  })
})
