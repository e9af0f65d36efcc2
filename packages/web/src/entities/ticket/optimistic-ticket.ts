import type { InfiniteData, QueryClient } from '@tanstack/vue-query'
import type { TicketList, TicketSummary } from '@textdesk/server/contract'
import { queryKeys } from '../../shared/api/query-keys.ts'

export type TicketPatch = Partial<
  Pick<TicketSummary, 'status' | 'assignee' | 'unread' | 'tags' | 'snoozedUntil' | 'stopRequest'>
>

export interface ShownChange {
  /** The desk has made it: what is fetched from now on tells. */
  readonly made: () => void
  readonly takeBack: () => void
}

/** Changes that the desk has not made yet. */
const asked = new Set<{ readonly number: number; readonly patch: TicketPatch }>()

/** A ticket as it was fetched, with the changes that the desk has not made yet: they do not vanish for a moment. */
export function withAsked(ticket: TicketSummary): TicketSummary {
  const patches = [...asked].filter(({ number }) => number === ticket.number).map(({ patch }) => patch)
  return patches.length === 0 ? ticket : Object.assign({}, ticket, ...patches)
}

/** Shows a change before the desk has made it, wherever the ticket is on screen. */
export function patchTicket(queries: QueryClient, number: number, patch: TicketPatch): ShownChange {
  const before = queries.getQueryData<TicketSummary>(queryKeys.ticket(number))
  // An answer that is on its way still says how it was.
  void queries.cancelQueries({ queryKey: queryKeys.ticket(number) })
  const one = { number, patch }
  asked.add(one)
  apply(queries, number, patch)
  return {
    made: () => void asked.delete(one),
    takeBack: () => {
      asked.delete(one)
      if (before) apply(queries, number, fieldsOf(before, patch))
    },
  }
}

function apply(queries: QueryClient, number: number, patch: TicketPatch): void {
  const change = (ticket: TicketSummary): TicketSummary =>
    ticket.number === number ? withAsked({ ...ticket, ...patch }) : ticket
  queries.setQueryData<TicketSummary>(queryKeys.ticket(number), (ticket) => ticket && change(ticket))
  queries.setQueriesData<InfiniteData<TicketList> | boolean>({ queryKey: queryKeys.lists }, (list) =>
    typeof list === 'object'
      ? {
          ...list,
          pages: list.pages.map((page) => (holds(page, number) ? { ...page, items: page.items.map(change) } : page)),
        }
      : list,
  )
}

/** The other pages stay the very same, or ten thousand rows would be compared one by one. */
function holds({ items }: TicketList, number: number): boolean {
  return items.some((ticket) => ticket.number === number)
}

function fieldsOf(ticket: TicketSummary, patch: TicketPatch): TicketPatch {
  return Object.fromEntries(Object.keys(patch).map((name) => [name, ticket[name as keyof TicketPatch]]))
}
