import { describe, expect, it } from 'vitest'
import { nextTick, ref, shallowRef } from 'vue'
import { inbound } from '../../shared/testing/items.ts'
import { type ThreadRow, toRows } from './group-timeline.ts'
import { useShownMessage } from './use-shown-message.ts'

/** Of a thread whose newest are loaded, `older` pages of five above them. */
function openThread(wanted: string | null, older: number) {
  const page = (from: number) =>
    toRows(
      [0, 1, 2, 3, 4].map((n) => inbound({ seq: from + n, id: `m${from + n}` })),
      0,
    )
  const [id, rows, reached] = [ref(wanted), shallowRef<ThreadRow[]>(page(older * 5)), [] as string[]]
  let left = older
  useShownMessage({
    wanted: id,
    rows,
    loadOlder: () => {
      if (left === 0) return false
      left -= 1
      rows.value = [...page(left * 5), ...rows.value]
      return true
    },
    scrollTo: (index) => {
      const row = rows.value[index]
      reached.push(row?.type === 'message' ? row.message.id : '')
    },
  })
  const settle = async () => {
    for (let turn = 0; turn < 60; turn += 1) await nextTick()
    return reached
  }
  return { id, settle, left: () => left }
}

describe('a message that a search found', () => {
  it('is brought into view where it is loaded, and once', async () => {
    const thread = openThread('m12', 2)
    expect(await thread.settle()).toEqual(['m12'])
    expect(thread.left()).toBe(2)
    thread.id.value = 'm11'
    expect(await thread.settle()).toEqual(['m12', 'm11'])
  })

  it('is looked for further up, as far as it lies and no further', async () => {
    const thread = openThread('m7', 3)
    expect(await thread.settle()).toEqual(['m7'])
    expect(thread.left()).toBe(1)
  })

  it('moves nothing where it is gone, or none is named', async () => {
    expect(await openThread('gone', 3).settle()).toEqual([])
    const none = openThread(null, 3)
    expect(await none.settle()).toEqual([])
    expect(none.left()).toBe(3)
  })
})
