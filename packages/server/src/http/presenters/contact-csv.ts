import type { ContactExport, TimelineItem } from '@textdesk/core'
import { shownState } from '@textdesk/core/text'
import { toCsv } from './csv.ts'
import { toIso } from './moment.ts'

const columns = ['ticket', 'at', 'direction', 'kind', 'author', 'delivery', 'body']

/** The messages of all tickets, oldest first. */
export function contactCsv({ tickets, reactions }: ContactExport): string {
  const messages = tickets.flatMap(({ row, timeline }) => timeline.flatMap((item) => messageRow(row.number, item)))
  const rows = [...messages, ...reactions.map(reactionRow)]
  const sorted = rows.toSorted((a, b) => a.at - b.at)
  const records = sorted.map(({ at, ...cells }) => ({ ...cells, at: toIso(at) }))
  return toCsv(columns, records)
}

/** A text that became a mark on one of ours. */
function reactionRow({ ticketNumber: ticket, at, body }: ContactExport['reactions'][number]) {
  return { ticket, at, direction: 'in', kind: 'reaction', author: '', delivery: '', body }
}

function messageRow(ticket: number, item: TimelineItem) {
  if (item.type !== 'message') return []
  const { at, direction, kind, body, delivery } = item.message
  const state = delivery === null ? '' : shownState(delivery.state)
  return [{ ticket, at, direction, kind, author: item.author?.name ?? '', delivery: state, body }]
}
