import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FORGET_AFTER_MS, MemoryPresence } from './memory-presence.ts'

const ada = { id: 'ada', name: 'Ada' }
const bob = { id: 'bob', name: 'Bob' }

let presence: MemoryPresence
let told: string[]

beforeEach(() => {
  vi.useFakeTimers()
  told = []
  presence = new MemoryPresence()
  presence.subscribe((number, viewers) =>
    told.push(`${number}: ${viewers.map(({ name, writing }) => `${name}${writing ? ' writes' : ''}`).join(', ')}`),
  )
})
afterEach(() => {
  vi.useRealTimers()
})

function see(agent: typeof ada, ticketNumber = 7, writing = false): void {
  presence.see({ ticketNumber, agent, writing })
}

describe('MemoryPresence', () => {
  it('tells who comes, writes and leaves, ticket by ticket', () => {
    see(ada)
    see(bob)
    see(bob, 7, true)
    see(bob, 8)
    presence.leave(7, 'ada')
    presence.leave(7, 'bob')
    expect(told).toEqual(['7: Ada', '7: Ada, Bob', '7: Ada, Bob writes', '8: Bob', '7: Bob writes', '7: '])
    expect([...presence.current()]).toEqual([[8, [{ ...bob, writing: false }]]])
  })

  it('says nothing when nothing changed', () => {
    see(ada)
    see(ada)
    presence.leave(7, 'bob')
    presence.leave(9, 'ada')
    expect(told).toEqual(['7: Ada'])
  })

  it('forgets who was not seen for 25 s, and nobody else', () => {
    see(ada)
    see(bob)
    vi.advanceTimersByTime(FORGET_AFTER_MS - 1)
    see(bob)
    vi.advanceTimersByTime(1)
    expect(told.at(-1)).toBe('7: Bob')
    vi.advanceTimersByTime(FORGET_AFTER_MS)
    expect(told.at(-1)).toBe('7: ')
    expect(presence.current().size).toBe(0)
  })

  it('takes somebody in again who left or was forgotten', () => {
    see(ada)
    presence.leave(7, 'ada')
    see(ada)
    vi.advanceTimersByTime(FORGET_AFTER_MS - 1)
    expect(told).toEqual(['7: Ada', '7: ', '7: Ada'])
    vi.advanceTimersByTime(1)
    expect(told).toHaveLength(4)
  })

  it('tells nobody who stopped listening', () => {
    const heard: number[] = []
    const stop = presence.subscribe((number) => heard.push(number))
    stop()
    see(ada)
    expect(heard).toEqual([])
  })
})
