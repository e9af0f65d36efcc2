import { FAILURE_REASONS } from '@textdesk/core/text'
import type { DeliveryAttempt, DeliveryHistory, DeliveryReport } from '@textdesk/server/contract'
import { describe, expect, it } from 'vitest'
import { historyLines, nothingHappened } from './history-words.ts'

const at = '2026-11-22T10:00:00.000Z'
const later = '2026-11-22T10:05:00.000Z'

const attempt = (given: Partial<DeliveryAttempt> = {}): DeliveryAttempt => ({
  type: 'attempt',
  number: 1,
  at,
  endedAt: at,
  outcome: 'accepted',
  reason: null,
  detail: null,
  ...given,
})
const report = (given: Partial<DeliveryReport> = {}): DeliveryReport => ({
  type: 'report',
  at: later,
  state: 'delivered',
  reason: null,
  status: 'delivered',
  detail: null,
  ...given,
})
const history = (given: Partial<DeliveryHistory> = {}): DeliveryHistory => ({
  state: 'delivered',
  reason: null,
  settled: null,
  items: [],
  ...given,
})
const sentences = (given: Partial<DeliveryHistory>) => historyLines(history(given)).map(({ sentence }) => sentence)

describe('the history of a text', () => {
  it('tells of one attempt and its reports, with their times', () => {
    const items = [attempt(), report({ state: 'sent', status: 'sent' }), report()]
    expect(historyLines(history({ items }))).toEqual([
      { at, sentence: 'The SMS provider took it.', detail: null },
      { at: later, sentence: 'Report: sent.', detail: null },
      { at: later, sentence: 'Report: delivered.', detail: null },
    ])
  })

  it('numbers attempts where there were several', () => {
    const items = [attempt({ outcome: 'later', detail: 'ECONNREFUSED' }), attempt({ number: 2 })]
    expect(sentences({ items })[0]).toMatch(/^Attempt 1: The SMS provider couldn't take it/)
    expect(sentences({ items })[1]).toBe('Attempt 2: The SMS provider took it.')
  })

  it.each(['accepted', 'rejected', 'later', 'uncertain', 'interrupted'] as const)('has words for %s', (outcome) => {
    expect(sentences({ items: [attempt({ outcome })] })[0]).toMatch(/^The .+\.$/)
  })

  it.each(FAILURE_REASONS)('says in words why for %s, and the provider keeps its own', (reason) => {
    const failed = report({ state: 'failed', status: 'delivery_failed', reason, detail: 'unknown subscriber (code 1)' })
    const [line] = historyLines(history({ items: [failed] }))
    expect(line?.sentence).toMatch(/^Not (sent|delivered): /)
    expect(line?.detail).toBe('delivery_failed: unknown subscriber (code 1)')
  })

  it('tells what is under way from what was never heard of', () => {
    const items = [attempt({ outcome: null, endedAt: null })]
    expect(sentences({ items, state: 'sending' })[0]).toContain('is being handed')
    expect(sentences({ items, state: 'delivered' })[0]).toContain('not known')
  })

  it('says who settled it, in its place', () => {
    const settled = { at: '2026-11-22T10:02:00.000Z', by: { id: 'a1', name: 'Ana' } }
    expect(sentences({ settled, reason: 'agent', items: [attempt(), report()] })[1]).toBe('Ana said that it arrived.')
    expect(sentences({ settled: { ...settled, by: null }, state: 'failed' })).toEqual(['Somebody dealt with it.'])
  })

  it('says why it is empty', () => {
    expect(nothingHappened(history({ state: 'scheduled' }))).toBe("It hasn't left the desk.")
    expect(nothingHappened(history({ state: 'delivered' }))).toBe('The desk kept no history of this text.')
  })
})
