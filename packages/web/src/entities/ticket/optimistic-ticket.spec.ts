import { QueryClient } from '@tanstack/vue-query'
import { describe, expect, it } from 'vitest'
import { queryKeys } from '../../shared/api/query-keys.ts'
import { ticket } from '../../shared/testing/items.ts'
import { patchTicket } from './optimistic-ticket.ts'

describe('a change shown before it is made', () => {
  it('stands in the ticket and in every list, and can be taken back', () => {
    const queries = new QueryClient()
    const [first, second] = [ticket({ number: 1 }), ticket({ number: 2 })]
    const list = queryKeys.list('waiting', '')
    queries.setQueryData(queryKeys.ticket(1), first)
    queries.setQueryData(list, { pages: [{ items: [first, second], nextCursor: null }], pageParams: [null] })
    queries.setQueryData([...queryKeys.lists, 'is-first-run'], false)

    const { takeBack } = patchTicket(queries, 1, { status: 'closed', unread: false })
    expect(queries.getQueryData(queryKeys.ticket(1))).toMatchObject({ status: 'closed', unread: false })
    const rows = (): unknown => queries.getQueryData<{ pages: { items: unknown[] }[] }>(list)?.pages[0]?.items
    expect(rows()).toMatchObject([{ status: 'closed', unread: false }, second])
    expect(queries.getQueryData([...queryKeys.lists, 'is-first-run'])).toBe(false)

    takeBack()
    expect(queries.getQueryData(queryKeys.ticket(1))).toEqual(first)
    expect(rows()).toEqual([first, second])
  })
})
