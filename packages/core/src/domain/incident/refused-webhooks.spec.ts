import { describe, expect, it } from 'vitest'
import { findRefusedWebhooks, type WebhookRecord } from './refused-webhooks.ts'

const MINUTE = 60_000
const START = Date.UTC(2026, 10, 22)

/** All in minutes after the start. */
function find(
  now: number,
  { refused = [] as number[], taken = null as number | null, anywhere = null as number | null } = {},
) {
  const at = (minute: number) => START + minute * MINUTE
  const last = refused.at(-1)
  const record: WebhookRecord = {
    startedAt: START,
    refusedAt: refused.map(at),
    lastRefusal: last === undefined ? null : { at: at(last), cure: 'Set the key.' },
    lastTakenAt: taken === null ? null : at(taken),
    refusedAnywhereAt: anywhere === null ? null : at(anywhere),
  }
  return findRefusedWebhooks(record, at(now))
}
const trouble = (...asked: Parameters<typeof find>) => find(...asked)?.trouble ?? null

describe('refused webhooks', () => {
  it('are trouble when there are three in ten minutes, texts between them or not', () => {
    expect(trouble(9, { refused: [1, 5, 9] })).toBe(true)
    expect(trouble(9, { refused: [1, 5, 9], taken: 7 })).toBe(true)
    expect(trouble(11, { refused: [1, 5, 9], taken: 7 })).toBeNull()
    expect(trouble(9, { refused: [5, 9] })).toBeNull()
  })

  it('are trouble when for ten minutes every one was refused', () => {
    expect(trouble(9, { refused: [0] })).toBeNull()
    expect(trouble(10, { refused: [0] })).toBe(true)
    expect(trouble(50, { refused: [0, 30], taken: -1 })).toBe(true)
    expect(trouble(50, { refused: [0, 45], taken: 20 })).toBeNull()
    expect(trouble(55, { refused: [0, 45], taken: 20 })).toBe(true)
  })

  it('are over when one was taken since', () => {
    expect(trouble(20, { refused: [1, 2, 3], taken: 4 })).toBe(false)
    expect(trouble(5, { refused: [1, 2, 3], taken: 4 })).toBe(true)
  })

  it('are over after an hour without another', () => {
    expect(trouble(62, { refused: [1, 2, 3] })).toBe(true)
    expect(trouble(63, { refused: [1, 2, 3] })).toBe(false)
  })

  it('are not over because the desk was started again', () => {
    expect(trouble(1)).toBeNull()
    expect(trouble(59)).toBeNull()
    expect(trouble(60)).toBe(false)
    expect(trouble(1, { taken: 1 })).toBe(false)
  })

  it('are not over because another server takes them, until it has been quiet for ten minutes', () => {
    expect(trouble(5, { taken: 4, anywhere: 3 })).toBeNull()
    expect(trouble(12, { taken: 11, anywhere: 3 })).toBeNull()
    expect(trouble(13, { taken: 11, anywhere: 3 })).toBe(false)
    expect(trouble(13, { taken: 2, anywhere: 3 })).toBeNull()
    expect(trouble(63, { anywhere: 3 })).toBe(false)
    expect(trouble(20, { refused: [1, 2, 3], taken: 4, anywhere: 3 })).toBe(false)
  })

  it('are told with the cure of the last one', () => {
    expect(find(3, { refused: [1, 2, 3] })).toMatchObject({
      kind: 'webhooks-refused',
      sentence: '3 webhooks were refused in ten minutes. Texts may not reach the desk. The last one: Set the key.',
    })
    expect(find(30, { refused: [1] })).toMatchObject({ sentence: expect.stringMatching(/^Every webhook is being/) })
  })
})
