import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CountDeliveries, findFewDelivered, hourWithReceipts } from './delivered-share.ts'

const HOUR = 3_600_000
/** Noon and a quarter: the hour before noon is the one to be looked at. */
const NOW = Date.UTC(2026, 10, 22, 12, 15)
const LOOKED_AT = hourWithReceipts(NOW)
const inbox = { id: 'inbox', name: 'Support' }

/** So many texts and so many of them delivered in the hour looked at; before it a steady share of steady numbers. */
function desk({ now = 40, delivered = 40, before = 40, share = 0.9, hours = 168 } = {}): CountDeliveries {
  return async (hour) => {
    if (hour === LOOKED_AT) return { left: now, delivered }
    const isKept = hour < LOOKED_AT && hour >= LOOKED_AT - hours
    return isKept ? { left: before, delivered: Math.round(before * share) } : { left: 0, delivered: 0 }
  }
}
const trouble = async (count: CountDeliveries) => (await findFewDelivered(inbox, NOW, count))?.trouble ?? null

describe('how many texts arrive', () => {
  it('is looked at once the receipts of an hour have had their time', () => {
    expect(LOOKED_AT * HOUR).toBe(Date.UTC(2026, 10, 22, 11))
    expect(hourWithReceipts(NOW - 1) * HOUR).toBe(Date.UTC(2026, 10, 22, 10))
  })

  it('is trouble below half of what is usual, and says both shares', async () => {
    expect(await trouble(desk({ delivered: 18 }))).toBe(false)
    const found = await findFewDelivered(inbox, NOW, desk({ delivered: 17 }))
    expect(found).toMatchObject({ kind: 'few-delivered', subject: 'inbox', trouble: true })
    expect(found).toMatchObject({ sentence: expect.stringContaining('43 % are known to have arrived; 90 % are usual') })
  })

  it('is no trouble where receipts are seldom anyway', async () => {
    expect(await trouble(desk({ delivered: 0, share: 0 }))).toBe(false)
    expect(await trouble(desk({ delivered: 3, share: 0.1 }))).toBe(false)
  })

  it('cannot be told of few texts, nor without a few busy hours in the week', async () => {
    expect(await trouble(desk({ now: 19, delivered: 0 }))).toBeNull()
    expect(await trouble(desk({ delivered: 0, before: 19 }))).toBeNull()
    expect(await trouble(desk({ delivered: 0, hours: 2 }))).toBeNull()
    expect(await trouble(desk({ delivered: 0, hours: 3 }))).toBe(true)
  })

  it('looks back a week and no further', async () => {
    const asked: number[] = []
    await findFewDelivered(inbox, NOW, async (hour) => {
      asked.push(hour)
      return { left: 40, delivered: 40 }
    })
    expect([Math.max(...asked), Math.min(...asked)]).toEqual([LOOKED_AT, LOOKED_AT - 168])
  })

  it('is never trouble when the hour is as good as the best of the week', async () => {
    const hour = fc.nat(100).chain((left) => fc.record({ left: fc.constant(left), delivered: fc.nat(left) }))
    await fc.assert(
      fc.asyncProperty(fc.array(hour, { minLength: 1, maxLength: 30 }), async (week) => {
        const busy = week.filter(({ left }) => left >= 20)
        const best = Math.max(0, ...busy.map(({ left, delivered }) => delivered / left))
        const count: CountDeliveries = async (asked) =>
          asked === LOOKED_AT
            ? { left: 100, delivered: Math.ceil(best * 100) }
            : (week[LOOKED_AT - asked - 1] ?? { left: 0, delivered: 0 })
        expect(await trouble(count)).not.toBe(true)
      }),
    )
  })
})
