import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { DESK_GAP_MS, DeskHints } from './desk-hints.ts'

let sent: string[]
let hints: DeskHints

beforeEach(() => {
  vi.useFakeTimers()
  sent = []
  hints = new DeskHints((topic) => sent.push(topic))
})

afterEach(() => {
  hints.close()
  vi.useRealTimers()
})

it('DeskHints sends the first at once and the many that follow once, at the end of the gap', () => {
  for (let i = 0; i < 100; i += 1) hints.add('webhooks')
  expect(sent).toEqual(['webhooks'])
  vi.advanceTimersByTime(DESK_GAP_MS)
  expect(sent).toEqual(['webhooks', 'webhooks'])
  vi.advanceTimersByTime(10 * DESK_GAP_MS)
  expect(sent).toHaveLength(2)
})

it('DeskHints keeps to one a gap however long it goes on', () => {
  for (let i = 0; i < 50; i += 1) {
    hints.add('webhooks')
    vi.advanceTimersByTime(DESK_GAP_MS / 10)
  }
  expect(sent.length).toBeLessThanOrEqual(6)
})

it('DeskHints lets one topic wait for no other', () => {
  hints.add('webhooks')
  hints.add('alerts')
  expect(sent).toEqual(['webhooks', 'alerts'])
})

it('DeskHints is silent once closed', () => {
  hints.add('webhooks')
  hints.add('webhooks')
  hints.close()
  vi.advanceTimersByTime(10 * DESK_GAP_MS)
  expect(sent).toHaveLength(1)
})
