import { describe, expect, it } from 'vitest'
import { activity, inbound, outbound } from '../../shared/testing/items.ts'
import { toRows } from './group-timeline.ts'

const now = new Date(2026, 10, 22, 12).getTime()
const at = (day: number, hour: number, minute = 0, second = 0): string =>
  new Date(2026, 10, day, hour, minute, second).toISOString()

function shape(rows: ReturnType<typeof toRows>): string[] {
  return rows.map((row) => {
    if (row.type === 'day') return row.heading
    return row.type === 'activity' ? row.activity.what : `${row.message.id}${row.continues ? ' continues' : ''}`
  })
}

describe('toRows', () => {
  it('heads each day once', () => {
    const rows = toRows(
      [inbound({ seq: 1, at: at(21, 23) }), inbound({ seq: 2, at: at(22, 9) }), inbound({ seq: 3, at: at(22, 11) })],
      now,
    )
    expect(shape(rows)).toEqual(['Yesterday', 'm1', 'Today', 'm2', 'm3'])
  })

  it('groups what the same side wrote within two minutes', () => {
    const rows = toRows(
      [
        inbound({ seq: 1, at: at(22, 9, 0, 0) }),
        inbound({ seq: 2, at: at(22, 9, 1, 59) }),
        inbound({ seq: 3, at: at(22, 9, 3, 59) }),
        outbound({ seq: 4, at: at(22, 9, 4, 0) }),
      ],
      now,
    )
    expect(shape(rows)).toEqual(['Today', 'm1', 'm2 continues', 'm3', 'm4'])
  })

  it('a row keeps its key when its message gets another id', () => {
    const [, row] = toRows([outbound({ seq: 1, id: 'm1', at: at(22, 9) })], now, new Map([['m1', 'attempt']]))
    expect(row?.key).toBe('attempt')
  })

  it('never groups across a colleague, a note, an automatic text or a line of activity', () => {
    const rows = toRows(
      [
        outbound({ seq: 1, at: at(22, 9) }),
        outbound({ seq: 2, at: at(22, 9), author: { id: 'a2', name: 'Ben' } }),
        outbound({ seq: 3, at: at(22, 9), author: { id: 'a2', name: 'Ben' }, kind: 'note' }),
        activity({ seq: 4, at: at(22, 9) }),
        outbound({ seq: 5, at: at(22, 9), kind: 'auto', author: null }),
      ],
      now,
    )
    expect(shape(rows)).toEqual(['Today', 'm1', 'm2', 'm3', 'closed', 'm5'])
  })
})
