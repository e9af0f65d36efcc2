import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FakeMessageBird } from '../../../test/support/fake-message-bird.ts'
import type { FakeMode } from '../../../test/support/fake-message-bird-answers.ts'
import { redirectMessageBird } from '../../../test/support/redirect-message-bird.ts'
import { MessageBirdArchive } from './message-bird-archive.ts'
import { MessageBirdGateway } from './message-bird-gateway.ts'
import { receiptKey } from './receipt-key.ts'

const NUMBER = '+12025550100'
const CUSTOMER = '+12025550123'
const NOW = Date.UTC(2026, 10, 22, 12)
const MINUTE = 60_000
const all = { number: NUMBER, since: NOW - 60 * MINUTE, cursor: null }

let provider: FakeMessageBird
let undo: () => void

beforeEach(async () => {
  provider = await FakeMessageBird.start()
  provider.list.now = () => NOW
  undo = redirectMessageBird(provider.url)
})
afterEach(async () => {
  undo()
  await provider.stop()
})

function archive({ accessKey = 'test_key', deadlineMs = 5_000 } = {}): MessageBirdArchive {
  return new MessageBirdArchive({ accessKey, deadlineMs })
}

const received = (id: string, at: number, more: object = {}) =>
  provider.list.addReceived({ id, from: CUSTOMER, to: NUMBER, body: 'Hello', at, ...more })

function send(id: string, from = NUMBER) {
  const gateway = new MessageBirdGateway({ accessKey: 'test_key', reportUrl: 'https://desk.example/status' })
  return gateway.send({ id, from, to: CUSTOMER, body: 'On its way 🚲' })
}

describe('texts to a number', () => {
  it('are listed newest first, with the receipt key of their webhook', async () => {
    received('a', NOW - 2 * MINUTE, { body: 'Grüße 🚲' })
    received('b', NOW - MINUTE)
    const from = { kind: 'phone', value: CUSTOMER } as const
    const known = { from, to: NUMBER, sentAt: null, jti: 'another' }
    expect(await archive().listReceived(all)).toEqual({
      kind: 'page',
      items: [
        {
          providerId: 'b',
          receiptKey: receiptKey({ ...known, id: 'b', body: '' }),
          from,
          body: 'Hello',
          at: NOW - MINUTE,
        },
        {
          providerId: 'a',
          receiptKey: receiptKey({ ...known, id: 'a', body: '' }),
          from,
          body: 'Grüße 🚲',
          at: NOW - 2 * MINUTE,
        },
      ],
      next: null,
    })
  })

  it('are those to this number since that moment, whatever else the account does', async () => {
    received('old', NOW - 61 * MINUTE)
    received('other', NOW, { to: '+12025550199' })
    received('ours', NOW)
    await send('reply')
    const page = await archive().listReceived(all)
    expect(page).toMatchObject({ items: [{ providerId: 'ours' }] })
    expect(provider.list.queries[0]?.get('direction')).toBe('mo')
  })

  it('come page by page to the end', async () => {
    for (let n = 0; n < 205; n += 1) received(`id-${n}`, NOW - n * 1_000)
    const ids: string[] = []
    for (let cursor: number | null = 0; cursor !== null; ) {
      const page = await archive().listReceived({ ...all, cursor })
      if (page.kind !== 'page') throw new Error(page.reason)
      ids.push(...page.items.map(({ providerId }) => providerId))
      cursor = page.next
    }
    expect(provider.list.queries).toHaveLength(3)
    expect(ids).toEqual(Array.from({ length: 205 }, (_, n) => `id-${n}`))
  })
})

describe('texts from a number', () => {
  it('are listed with our id, theirs, and where they got to', async () => {
    await send('first')
    await send('second')
    await send('foreign', '+12025550199')
    provider.list.report('first', 'delivery_failed', { statusErrorCode: 1, statusReason: 'unknown subscriber' })
    provider.list.report('second', 'a new word')
    const [first, second] = provider.texts
    const page = await archive().listSent(all)
    expect(page).toEqual({
      kind: 'page',
      items: [
        {
          providerMessageId: first?.id,
          reference: 'first',
          state: 'failed',
          status: 'delivery_failed',
          reason: 'unknown-subscriber',
          at: NOW,
        },
        {
          providerMessageId: second?.id,
          reference: 'second',
          state: 'accepted',
          status: 'a new word',
          reason: null,
          at: NOW,
        },
      ],
      next: null,
    })
  })
})

describe('a list that cannot be read', () => {
  it.each<[FakeMode, string]>([
    ['throttled', 'unclear answer: HTTP 429'],
    ['server-error', 'unclear answer: HTTP 500'],
    ['gateway-page', 'unclear answer: HTTP 502'],
    ['page', 'unclear answer: HTTP 200'],
    ['garbage', 'unclear answer: HTTP 200'],
    ['not-allowed', 'unclear answer: HTTP 401'],
    ['cut', 'unclear answer: HTTP 201'],
    ['reset-before-body', 'no answer'],
    ['silent', 'no answer'],
    ['drip', 'unclear answer: HTTP 201'],
  ])('says so after %s', async (mode, reason) => {
    provider.list.answerWith(mode)
    const page = await archive({ deadlineMs: 300 }).listSent(all)
    expect(page).toEqual({ kind: 'unavailable', reason, retryAfterMs: null })
  })

  it("hands over the provider's own word on when to ask again", async () => {
    provider.list.answerWith('throttled-with-delay')
    expect(await archive().listReceived(all)).toMatchObject({ kind: 'unavailable', retryAfterMs: 7_000 })
  })

  it('is one that is closed, also while it is being asked', async () => {
    provider.list.answerWith('silent')
    const closing = archive()
    const asked = closing.listSent(all)
    await expect.poll(() => provider.list.queries.length).toBe(1)
    closing.close()
    expect(await asked).toMatchObject({ kind: 'unavailable' })
    expect(await closing.listReceived(all)).toMatchObject({ kind: 'unavailable', reason: 'closed' })
    expect(provider.list.queries).toHaveLength(1)
  })

  it('is known by a key that is refused, and by a provider that is gone', async () => {
    expect(await archive({ accessKey: 'wrong' }).listSent(all)).toMatchObject({ reason: 'unclear answer: HTTP 401' })
    await provider.stop()
    expect(await archive().listSent(all)).toMatchObject({ kind: 'unavailable', reason: 'not reachable' })
  })
})
