import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, ref } from 'vue'
import { patchTicket } from '../../entities/ticket/optimistic-ticket.ts'
import type { ViewName } from '../../entities/ticket/views.ts'
import { queryKeys } from '../../shared/api/query-keys.ts'
import { FakeDesk } from '../../shared/testing/fake-desk.ts'
import { ticket } from '../../shared/testing/items.ts'
import { type Mounted, mountInApp } from '../../shared/testing/mount-app.ts'
import { useTicketList } from './use-ticket-list.ts'

const LIST = '/api/tickets?view=waiting&limit=30'
const page = (...numbers: number[]) => ({
  status: 200,
  json: { items: numbers.map((number) => ticket({ number })), nextCursor: null },
})

let desk: FakeDesk
let open: ReturnType<typeof ref<number | null>>
let list: ReturnType<typeof useTicketList>
let mounted: Mounted & { readonly wrapper: VueWrapper }

const rows = (): number[] => list.rows.value.map(({ number }) => number)

describe('the list of a view', () => {
  beforeEach(async () => {
    desk = new FakeDesk()
    desk.answer('GET', LIST, page(3, 2, 1))
    const opened = ref<number | null>(null)
    open = opened
    const Listing = defineComponent({
      setup: () => {
        list = useTicketList({
          view: ref<ViewName>('waiting'),
          search: ref(''),
          tag: ref(''),
          open: opened,
          watched: () => new Set(),
        })
        return () => null
      },
    })
    mounted = mountInApp(Listing, {})
    await flushPromises()
  })
  afterEach(() => {
    mounted.wrapper.unmount()
    vi.unstubAllGlobals()
  })

  async function renew(...numbers: number[]): Promise<void> {
    desk.answer('GET', LIST, page(...numbers))
    await mounted.queries.invalidateQueries({ queryKey: queryKeys.lists })
    await flushPromises()
  }

  it('keeps the row of the open ticket that left the view until another one is opened', async () => {
    open.value = 2
    await flushPromises()
    await renew(3, 1)
    expect(rows()).toEqual([3, 2, 1])
    open.value = 1
    await flushPromises()
    expect(rows()).toEqual([3, 1])
  })

  it('shows the open ticket as it is now in the row that it keeps', async () => {
    open.value = 2
    await renew(3, 1)
    mounted.queries.setQueryData(queryKeys.ticket(2), ticket({ number: 2, status: 'snoozed' }))
    await flushPromises()
    expect(list.rows.value.map(({ status }) => status)).toEqual(['open', 'snoozed', 'open'])
  })

  it('shows a change until the desk has made it, also when an answer comes that was read before', async () => {
    const { made } = patchTicket(mounted.queries, 2, { status: 'closed' })
    await renew(3, 2, 1)
    expect(list.rows.value.map(({ status }) => status)).toEqual(['open', 'closed', 'open'])
    made()
    await renew(3, 2, 1)
    expect(list.rows.value.map(({ status }) => status)).toEqual(['open', 'open', 'open'])
  })

  it('keeps the row of a ticket that was opened after another one', async () => {
    open.value = 3
    await flushPromises()
    open.value = 2
    await flushPromises()
    await renew(3, 1)
    expect(rows()).toEqual([3, 2, 1])
  })

  it('holds arrivals back from a reader below the top, also when they open another ticket', async () => {
    list.isAtTop.value = false
    open.value = 2
    await renew(4, 3, 2, 1)
    open.value = 3
    await flushPromises()
    expect([rows(), list.pending.value]).toEqual([[3, 2, 1], 1])
    list.isAtTop.value = true
    await flushPromises()
    expect([rows(), list.pending.value]).toEqual([[4, 3, 2, 1], 0])
  })
})
