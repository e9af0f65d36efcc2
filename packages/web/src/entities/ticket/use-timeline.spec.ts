import type { Timeline } from '@textdesk/server/contract'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { queryKeys } from '../../shared/api/query-keys.ts'
import { deferred } from '../../shared/testing/deferred.ts'
import { type Answer, FakeDesk } from '../../shared/testing/fake-desk.ts'
import { inbound, outbound } from '../../shared/testing/items.ts'
import { type Mounted, mountInApp } from '../../shared/testing/mount-app.ts'
import { addToTimeline, refreshTimeline } from './refresh-timeline.ts'
import { useTimeline } from './use-timeline.ts'

const page = (nextCursor: string | null, ...seqs: number[]) => ({
  status: 200,
  json: { items: seqs.map((seq) => inbound({ seq })), nextCursor } satisfies Timeline,
})

const isOpen = ref(true)
/** Another ticket for each spec: what is being fetched for one outlasts its thread. */
let number = 0
let desk: FakeDesk
let mounted: Mounted
let timeline: ReturnType<typeof useTimeline>

const newest = () => `/api/tickets/${number}/messages?limit=50`
const older = () => `/api/tickets/${number}/messages?cursor=older&limit=50`

const Thread = defineComponent({
  setup: () => {
    timeline = useTimeline(number)
    return () => null
  },
})
const Pane = defineComponent({ setup: () => () => (isOpen.value ? h(Thread) : null) })
const shown = (): number[] => timeline.items.value.map(({ seq }) => seq)

async function show(now: boolean): Promise<void> {
  isOpen.value = now
  await flushPromises()
}

describe('the thread on screen', () => {
  beforeEach(async () => {
    number += 1
    isOpen.value = true
    desk = new FakeDesk()
    desk.answer('GET', newest(), page('older', 3, 4))
    mounted = mountInApp(Pane, {})
    mounted.queries.setDefaultOptions({ queries: { retry: false, staleTime: 5000 } })
    await flushPromises()
  })
  afterEach(() => {
    mounted.wrapper.unmount()
    vi.unstubAllGlobals()
  })

  it('is fetched again by who comes back at once, when it was left before its news had come', async () => {
    await show(false)
    refreshTimeline(mounted.queries, number)
    desk.answer('GET', newest(), deferred<Answer>().promise)
    await show(true)
    await show(false)
    desk.answer('GET', newest(), page('older', 3, 4, 5))
    await show(true)
    expect(shown()).toEqual([3, 4, 5])
  })

  it('keeps the news that came while the page above was on its way', async () => {
    const above = deferred<Answer>()
    desk.answer('GET', older(), above.promise)
    void timeline.query.fetchNextPage()
    desk.answer('GET', newest(), page('older', 3, 4, 5))
    refreshTimeline(mounted.queries, number)
    await flushPromises()
    expect(shown()).toEqual([3, 4, 5])
    above.resolve(page(null, 1, 2))
    await flushPromises()
    expect(shown()).toEqual([1, 2, 3, 4, 5])
  })

  it('keeps a message that was stored after the newest page had been read', async () => {
    const before = deferred<Answer>()
    desk.answer('GET', newest(), before.promise, deferred<Answer>().promise)
    refreshTimeline(mounted.queries, number)
    addToTimeline(mounted.queries, number, outbound({ seq: 5 }))
    before.resolve(page('older', 3, 4))
    await flushPromises()
    expect(shown()).toEqual([3, 4, 5])
  })

  it('fetches again what could not be fetched once', async () => {
    desk.answer('GET', newest(), { status: 502 }, page('older', 3, 4, 5))
    refreshTimeline(mounted.queries, number)
    await flushPromises()
    await flushPromises()
    expect(shown()).toEqual([3, 4, 5])
  })

  it('begins with one page when somebody comes back', async () => {
    desk.answer('GET', older(), page(null, 1, 2))
    await timeline.query.fetchNextPage()
    await show(false)
    expect(mounted.queries.getQueryData(queryKeys.timeline(number))).toMatchObject({ pageParams: [null] })
  })
})
