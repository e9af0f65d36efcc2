import { describe, expect, it } from 'vitest'
import { ticket } from '../../shared/testing/items.ts'
import { holdRows } from './hold-rows.ts'

const list = (...numbers: number[]) => numbers.map((number) => ticket({ number }))
const numbers = (held: ReturnType<typeof holdRows>): number[] => held.rows.map(({ number }) => number)

describe('holdRows', () => {
  it('at the top, a list is what the desk says', () => {
    const result = holdRows(list(3, 2, 1), list(4, 2, 3), { held: false, keep: null, hasMore: false })
    expect(numbers(result)).toEqual([4, 2, 3])
    expect(result.pending).toBe(0)
  })

  it('elsewhere, arrivals above wait and are counted, and no row changes its place', () => {
    const result = holdRows(list(3, 2, 1), list(5, 4, 1, 3, 2), { held: true, keep: null, hasMore: false })
    expect(numbers(result)).toEqual([3, 2, 1])
    expect(result.pending).toBe(2)
  })

  it('arrivals at the end, and older pages, are appended: they push nobody', () => {
    const result = holdRows(list(3, 2), list(4, 3, 2, 1, 0), { held: true, keep: null, hasMore: false })
    expect(numbers(result)).toEqual([3, 2, 1, 0])
    expect(result.pending).toBe(1)
  })

  it('arrivals push no row past the end of what was loaded', () => {
    const held = { held: true, keep: null, hasMore: true }
    expect(numbers(holdRows(list(4, 3, 2), list(5, 4, 3), held))).toEqual([4, 3, 2])
    expect(numbers(holdRows(list(4, 3, 2), list(4, 3, 1), held))).toEqual([4, 3, 1])
  })

  it('rows are renewed in place', () => {
    const fresh = [ticket({ number: 2, unread: false }), ticket({ number: 1 })]
    expect(holdRows(list(2, 1), fresh, { held: true, keep: null, hasMore: false }).rows[0]?.unread).toBe(false)
  })

  it.each([true, false])('the open ticket keeps its row when it leaves the view (held: %s)', (held) => {
    expect(numbers(holdRows(list(3, 2, 1), list(3, 1), { held, keep: 2, hasMore: false }))).toEqual([3, 2, 1])
    expect(numbers(holdRows(list(3, 2, 1), list(3, 1), { held, keep: null, hasMore: false }))).toEqual([3, 1])
  })
})
