import type { Timeline } from '@textdesk/server/contract'
import { describe, expect, it } from 'vitest'
import { inbound } from '../../shared/testing/items.ts'
import { inOrder, mergeNewest } from './merge-timeline.ts'

const page = (from: number, to: number, nextCursor: string | null): Timeline => ({
  items: Array.from({ length: to - from + 1 }, (_, index) => inbound({ seq: from + index })),
  nextCursor,
})
const seqs = (pages: readonly Timeline[]): number[] => inOrder(pages).map(({ seq }) => seq)
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index)

describe('a fresh newest page', () => {
  const known = { pages: [page(51, 100, 'c51'), page(1, 50, null)], pageParams: [null, 'c51'] }

  it('keeps all that was loaded before and adds what is new', () => {
    const merged = mergeNewest(known, page(53, 102, 'c53'))
    expect(seqs(merged.pages)).toEqual(range(1, 102))
    expect(merged.pages.map(({ nextCursor }) => nextCursor)).toEqual(['c51', null])
    expect(merged.pageParams).toEqual([null, 'c51'])
  })

  it('takes the newer state of an item that was known', () => {
    const fresh = { items: [inbound({ seq: 99, body: 'changed' }), inbound({ seq: 100 })], nextCursor: 'c99' }
    const item = inOrder(mergeNewest(known, fresh).pages).find(({ seq }) => seq === 99)
    expect(item).toMatchObject({ body: 'changed' })
  })

  it('starts over where it does not meet what was loaded: a hole is never shown', () => {
    const merged = mergeNewest(known, page(151, 200, 'c151'))
    expect(seqs(merged.pages)).toEqual(range(151, 200))
    expect(merged.pages).toHaveLength(1)
  })

  it('starts over where items have other places: something came in between', () => {
    const moved = [inbound({ seq: 97 }), inbound({ seq: 99, id: 'm98' }), inbound({ seq: 100, id: 'm99' })]
    const merged = mergeNewest(known, { items: moved, nextCursor: 'c97' })
    expect(seqs(merged.pages)).toEqual([97, 99, 100])
  })

  it('fills an empty thread', () => {
    expect(seqs(mergeNewest({ pages: [page(1, 0, null)], pageParams: [null] }, page(1, 3, null)).pages)).toEqual([
      1, 2, 3,
    ])
  })
})
