import type { Peers } from '@textdesk/core'
import { FixedClock } from '@textdesk/core/testing'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebhookJournal } from '../webhooks/webhook-journal.ts'
import { AGAIN_MS, DeskFigures } from './desk-figures.ts'

const SENDS = { accepted: 2, rejected: 0, 'retry-later': 1, uncertain: 0 }

/** What one tells all others hear, as it comes out of JSON. */
class Wire {
  readonly #ends = new Set<(message: unknown) => void>()
  isCut = false

  end(): Peers {
    let own: ((message: unknown) => void) | null = null
    return {
      tell: (message) => {
        for (const hear of this.#ends) if (hear !== own && !this.isCut) hear(JSON.parse(JSON.stringify(message)))
      },
      subscribe: (listener) => {
        own = listener
        this.#ends.add(listener)
        return () => this.#ends.delete(listener)
      },
    }
  }
}

describe('DeskFigures', () => {
  let wire: Wire
  let clock: FixedClock
  beforeEach(() => {
    vi.useFakeTimers()
    wire = new Wire()
    clock = new FixedClock()
  })
  afterEach(() => vi.useRealTimers())

  function server({ peers = wire.end() as Peers | null } = {}) {
    const heard = { news: 0 }
    const journal = new WebhookJournal({ startedAt: 0, onRecord: () => figures.changed() })
    const figures = new DeskFigures({
      own: () => ({ webhooks: journal.figures, sends: SENDS, eventStreams: 3, proxy: null }),
      peers,
      clock,
      onNews: () => (heard.news += 1),
    })
    return { journal, figures, heard }
  }
  const pass = async (ms: number) => {
    clock.advance(ms)
    await vi.advanceTimersByTimeAsync(ms)
  }
  const take = (journal: WebhookJournal, at: number) =>
    journal.recordText({ at, repeated: false, inboxId: 'inbox', genuine: true })
  const refuse = (journal: WebhookJournal, at: number, origin: string | null = null) =>
    journal.recordRefusal({
      at,
      reason: origin ? 'url-differs' : 'wrong-key',
      cure: 'Mend it.',
      signed: true,
      arrivedAt: origin === null ? null : { origin, path: '/webhook' },
    })

  it('are those of the one server there is', () => {
    const { journal, figures } = server({ peers: null })
    take(journal, 1)
    expect(figures.all).toEqual({ ...figures.own, webhooks: { ...figures.own.webhooks, refusedByReason: [] } })
    expect(figures.all).toMatchObject({ webhooks: { received: 1 }, sends: SENDS, eventStreams: 3 })
  })

  it('are added up on every server, soon after something came to one', async () => {
    const [one, two] = [server(), server()]
    take(one.journal, 1)
    take(two.journal, 2)
    refuse(one.journal, 3)
    refuse(two.journal, 4)
    await pass(1_000)
    for (const { figures } of [one, two]) {
      const { webhooks, sends, eventStreams } = figures.all
      expect(webhooks).toMatchObject({ received: 2, refused: 2, lastTakenAt: 2, lastRefusal: { at: 4 } })
      expect(webhooks.refusedByReason).toEqual([['wrong-key', 2]])
      expect([sends.accepted, sends['retry-later'], eventStreams]).toEqual([4, 2, 6])
      expect(figures.own.webhooks.received).toBe(1)
    }
  })

  it('say that texts go elsewhere until one comes to any server', async () => {
    const [one, two] = [server(), server()]
    refuse(one.journal, 1, 'https://b2.example.org')
    await pass(1_000)
    expect(two.figures.all.webhooks.moved).toEqual({ at: 1, origin: 'https://b2.example.org', path: '/webhook' })
    take(two.journal, 2)
    await pass(1_000)
    for (const { figures } of [one, two]) expect(figures.all.webhooks.moved).toBeNull()
  })

  it('bring the news of one server to the pages of the other', async () => {
    const [one, two] = [server(), server()]
    await pass(1_000)
    refuse(one.journal, 1)
    await pass(1_000)
    expect([one.heard.news, two.heard.news]).toEqual([0, 1])
    one.journal.recordReport()
    await pass(1_000)
    expect(two.heard.news).toBe(1)
  })

  it('are known to a server that comes later, and again after what was told got lost', async () => {
    const one = server()
    take(one.journal, 1)
    await pass(1_000)
    const two = server()
    await pass(1_000)
    expect(two.figures.all.webhooks.received).toBe(1)
    wire.isCut = true
    take(one.journal, 2)
    await pass(1_000)
    wire.isCut = false
    expect(two.figures.all.webhooks.received).toBe(1)
    await pass(AGAIN_MS)
    expect(two.figures.all.webhooks.received).toBe(2)
  })

  it('forget a server that is gone', async () => {
    const [one, two] = [server(), server()]
    take(one.journal, 1)
    await pass(1_000)
    expect(two.figures.all.webhooks.received).toBe(1)
    one.figures.close()
    await pass(4 * AGAIN_MS)
    expect(two.figures.all).toEqual({
      ...two.figures.own,
      webhooks: { ...two.figures.own.webhooks, refusedByReason: [] },
    })
  })
})
