import type { TicketChange } from '@textdesk/core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BATCH_GAP_MS, FLOOD_MS, HintBatcher, MAX_TICKETS, TICKET_GAP_MS } from './hint-batcher.ts'

type Batch = [number, TicketChange][]

let sent: Batch[]
let overflows: number
let batcher: HintBatcher

beforeEach(() => {
  vi.useFakeTimers()
  sent = []
  overflows = 0
  batcher = new HintBatcher({
    send: (hints) => sent.push([...hints]),
    overflow: () => {
      overflows += 1
    },
  })
})

afterEach(() => {
  batcher.close()
  vi.useRealTimers()
})

describe('HintBatcher', () => {
  it('sends the first hint at once', () => {
    batcher.add([[1, 'text']])
    expect(sent).toEqual([[[1, 'text']]])
  })

  it('says once what happens to one ticket again and again', () => {
    batcher.add([[1, 'text']])
    for (let i = 0; i < 7; i += 1) {
      vi.advanceTimersByTime(10)
      batcher.add([[1, 'delivery']])
    }
    expect(sent).toHaveLength(1)
    vi.advanceTimersByTime(TICKET_GAP_MS)
    expect(sent).toEqual([[[1, 'text']], [[1, 'delivery']]])
  })

  it('lets no other ticket wait for a busy one', () => {
    batcher.add([[1, 'text']])
    batcher.add([[1, 'delivery']])
    vi.advanceTimersByTime(BATCH_GAP_MS)
    batcher.add([[2, 'text']])
    expect(sent.at(-1)).toEqual([[2, 'text']])
    batcher.add([[3, 'text']])
    vi.advanceTimersByTime(BATCH_GAP_MS)
    expect(sent.at(-1)).toEqual([[3, 'text']])
  })

  it('gathers a burst', () => {
    for (let number = 1; number <= 50; number += 1) batcher.add([[number, 'text']])
    vi.advanceTimersByTime(BATCH_GAP_MS)
    expect(sent.map((batch) => batch.length)).toEqual([1, 49])
  })

  it('hides no text behind what comes after it', () => {
    batcher.add([[1, 'state']])
    batcher.add([[1, 'text']])
    batcher.add([[1, 'delivery']])
    vi.advanceTimersByTime(TICKET_GAP_MS)
    expect(sent.at(-1)).toEqual([[1, 'text']])
  })

  it('says "fetch everything" once instead of flooding, and then goes on as before', () => {
    for (let number = 1; number <= MAX_TICKETS + 1; number += 1) batcher.add([[number, 'text']])
    const before = sent.length
    for (let number = 1; number <= 1_000; number += 1) batcher.add([[number, 'text']])
    vi.advanceTimersByTime(FLOOD_MS)
    expect({ batches: sent.length, overflows }).toEqual({ batches: before, overflows: 1 })
    batcher.add([[5, 'note']])
    expect(sent.at(-1)).toEqual([[5, 'note']])
  })

  it('loses none, whatever the pace', () => {
    for (let number = 1; number <= 60; number += 1) {
      batcher.add([[number, 'text']])
      vi.advanceTimersByTime(7)
    }
    vi.advanceTimersByTime(TICKET_GAP_MS)
    const told = new Set(sent.flat().map(([number]) => number))
    expect(told.size).toBe(60)
  })

  it('counts a flood over a longer time than it makes a ticket wait', () => {
    for (let number = 1; number <= MAX_TICKETS + 1; number += 1) {
      batcher.add([[number, 'text']])
      if (number % 10 === 0) vi.advanceTimersByTime(BATCH_GAP_MS)
    }
    vi.advanceTimersByTime(FLOOD_MS)
    expect(overflows).toBe(1)
  })

  it('announces one ticket no faster than its gap allows, however long it goes on', () => {
    for (let ms = 0; ms < 10 * TICKET_GAP_MS; ms += 5) {
      batcher.add([[1, 'text']])
      vi.advanceTimersByTime(5)
    }
    expect(sent.length).toBeLessThanOrEqual(11)
  })

  it('is silent once closed', () => {
    batcher.add([[1, 'text']])
    batcher.add([[1, 'note']])
    batcher.close()
    vi.advanceTimersByTime(10 * TICKET_GAP_MS)
    expect(sent).toHaveLength(1)
  })
})
