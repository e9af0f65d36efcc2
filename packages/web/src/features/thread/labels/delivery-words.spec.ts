import { FAILURE_REASONS, type ShownState } from '@textdesk/core/text'
import { describe, expect, it } from 'vitest'
import { outbound } from '../../../shared/testing/items.ts'
import { deliveryWords } from './delivery-words.ts'

const at = '2026-11-22T10:00:00.000Z'
const now = Date.parse(at)
type Given = Parameters<typeof outbound>[1]
const words = (delivery: Given, later = 0) => deliveryWords(outbound({ at }, delivery), now + later)

/** What each state offers while it needs an agent, and while it does not. */
const OFFERED: Readonly<Record<ShownState, { status: string; open: string[]; settled: string[] }>> = {
  scheduled: { status: 'Sending', open: [], settled: [] },
  queued: { status: 'Sending', open: [], settled: [] },
  sending: { status: 'Sending', open: [], settled: [] },
  accepted: { status: 'Sent', open: [], settled: [] },
  sent: { status: 'Sent', open: [], settled: [] },
  buffered: { status: 'Sent. The phone is out of reach for now', open: [], settled: [] },
  delivered: { status: 'Delivered', open: [], settled: [] },
  cancelled: { status: 'Undone, not sent', open: [], settled: [] },
  uncertain: { status: 'May not have arrived', open: ['Send again', 'It arrived'], settled: [] },
  expired: { status: 'Not delivered', open: ['Send again', 'It arrived'], settled: [] },
  failed: { status: 'Failed', open: ['Send again'], settled: [] },
}

describe('deliveryWords', () => {
  it.each(Object.entries(OFFERED))(
    '%s has its label, and its buttons while it needs an agent',
    (state, { status, ...offered }) => {
      const of = (needsAgent: boolean) =>
        words({ state: state as ShownState, needsAgent: needsAgent && offered.open.length > 0 })
      const buttons = (needsAgent: boolean) => [
        ...(of(needsAgent)?.canResend ? ['Send again'] : []),
        ...(of(needsAgent)?.canConfirm ? ['It arrived'] : []),
      ]
      expect({ status: of(true)?.status, open: buttons(true), settled: buttons(false) }).toEqual({ status, ...offered })
      expect(of(true)?.tone).toBe(offered.open.length > 0 ? 'trouble' : 'quiet')
      if (buttons(true).length > 0) expect(of(true)?.sentence).toMatch(/^(Not delivered|Not sent|May not)/)
    },
  )

  it('a held message counts down and can be undone until it leaves', () => {
    const dueAt = '2026-11-22T10:00:05.000Z'
    expect(words({ state: 'scheduled', dueAt })).toMatchObject({ status: 'Sending in 5 s', canUndo: true })
    expect(words({ state: 'scheduled', dueAt }, 4100)).toMatchObject({ status: 'Sending in 1 s', canUndo: true })
    expect(words({ state: 'scheduled', dueAt }, 5000)).toMatchObject({ status: 'Sending', canUndo: false })
  })

  it.each([
    ['queued', 'Sending'],
    ['sending', 'Sending'],
    ['accepted', 'Sent'],
    ['sent', 'Sent'],
    ['delivered', 'Delivered'],
    ['cancelled', 'Undone, not sent'],
  ] as const)('%s reads "%s", quietly', (state, status) => {
    expect(words({ state })).toMatchObject({ status, tone: 'quiet', sentence: null, canUndo: false, canResend: false })
  })

  it('says why the desk kept a text from leaving, where nobody took it back', () => {
    expect(words({ state: 'cancelled', reason: 'undone' })).toMatchObject({
      status: 'Undone, not sent',
      sentence: null,
    })
    const optedOut = words({ state: 'cancelled', reason: 'opted-out' })
    expect(optedOut).toMatchObject({ status: 'Not sent', tone: 'quiet', canResend: false })
    expect(optedOut?.sentence).toMatch(/^Not sent: this customer opted out/)
  })

  it('says that no receipt came once that is unusual', () => {
    expect(words({ state: 'sent' }, 11 * 60_000)?.status).toBe('Sent. No receipt yet')
  })

  it.each(FAILURE_REASONS)('a failure for %s has a sentence and, until settled, a way on', (reason) => {
    const failed = words({ state: 'failed', reason, needsAgent: true })
    expect(failed).toMatchObject({ status: 'Failed', tone: 'trouble', canResend: true, canConfirm: false })
    expect(failed?.sentence).toMatch(/^Not (sent|delivered): .+\.$/)
    expect(words({ state: 'failed', reason, needsAgent: false })?.canResend).toBe(false)
  })

  it('has a sentence for a reason it does not know', () => {
    expect(words({ state: 'failed', reason: 'brand-new' })?.sentence).toContain('refused')
    expect(words({ state: 'expired', needsAgent: true })?.sentence).toContain('Send it again')
    expect(words({ state: 'expired' })?.sentence).toBe('Not delivered: the phone could not be reached in time.')
  })

  it('what may not have arrived is for an agent to settle, but not before the report had its time', () => {
    expect(words({ state: 'uncertain', needsAgent: false })).toMatchObject({ canResend: false, canConfirm: false })
    expect(words({ state: 'uncertain', needsAgent: true })).toMatchObject({
      status: 'May not have arrived',
      canResend: true,
      canConfirm: true,
    })
  })

  it('what never leaves the desk has no delivery', () => {
    expect(deliveryWords(outbound({ kind: 'note', delivery: null }), now)).toBeNull()
  })
})
