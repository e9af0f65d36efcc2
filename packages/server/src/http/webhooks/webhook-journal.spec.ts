import { beforeEach, describe, expect, it } from 'vitest'
import type { WebhookRefusal } from './webhook-figures.ts'
import { WebhookJournal } from './webhook-journal.ts'

const HOUR = 3_600_000

describe('WebhookJournal', () => {
  let journal: WebhookJournal
  let news: number
  beforeEach(() => {
    news = 0
    journal = new WebhookJournal({ startedAt: 0, onNews: () => (news += 1) })
  })

  const take = (at: number, more = {}) =>
    journal.recordText({ at, repeated: false, inboxId: 'inbox', genuine: true, ...more })
  const refuse = (at: number, more: Partial<WebhookRefusal> = {}) =>
    journal.recordRefusal({ at, reason: 'wrong-key', cure: 'Mend it.', signed: true, arrivedAt: null, ...more })

  it('counts', () => {
    take(1)
    take(2, { repeated: true, inboxId: null })
    journal.recordReport()
    refuse(3)
    refuse(4, { reason: 'missing' })
    journal.recordTurnedAway('too-many')
    expect(journal).toMatchObject({ received: 2, repeated: 1, reports: 1, refused: 3, lastTakenAt: 2 })
    expect([...journal.refusedByReason]).toEqual([
      ['wrong-key', 1],
      ['missing', 1],
      ['too-many', 1],
    ])
    expect(journal.lastRefusal?.reason).toBe('missing')
  })

  it('has news of every refusal, of the first text to a number, and of the first after a refusal', () => {
    take(1)
    take(2)
    take(3, { inboxId: 'other' })
    expect(news).toBe(2)
    refuse(4)
    refuse(5)
    expect(news).toBe(4)
    take(6)
    take(7)
    expect(news).toBe(5)
  })

  it('takes practice for no proof that the way in works', () => {
    take(1, { genuine: false })
    expect(journal.lastTakenAt).toBeNull()
  })

  it('keeps for the health monitor what bore a signature, for an hour', () => {
    refuse(1)
    refuse(2, { signed: false, cure: 'A scan.' })
    refuse(HOUR + 1)
    expect(journal.record).toMatchObject({ startedAt: 0, refusedAt: [HOUR + 1], lastRefusal: { at: HOUR + 1 } })
    refuse(HOUR + 2, { signed: false })
    expect(journal.record).toMatchObject({ lastRefusal: { at: HOUR + 1, cure: 'Mend it.' } })
  })

  it('knows where texts go instead of here, until one comes here', () => {
    const arrivedAt = { origin: 'https://b2.example.org', path: '/webhook' }
    refuse(1, { arrivedAt })
    refuse(2)
    expect(journal.moved).toEqual({ at: 1, ...arrivedAt })
    take(3)
    expect(journal.moved).toBeNull()
  })
})
