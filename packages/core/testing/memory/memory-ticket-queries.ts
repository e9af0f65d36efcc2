import { type DeliveryHistory, historyItems } from '../../src/domain/message/delivery-history.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import type {
  Page,
  TicketListQuery,
  TicketQueries,
  TicketRow,
  TimelineItem,
  ViewCounts,
} from '../../src/ports/queries/ticket-queries.ts'
import { type Position, readPage } from './memory-page.ts'
import { searchTickets } from './memory-search.ts'
import type { MemoryStore } from './memory-store.ts'
import type { MemoryTables } from './memory-tables.ts'
import { agentRef, attentionNumbers, ticketRow } from './memory-ticket-rows.ts'
import { belongsTo, isNarrowedTo, positionIn } from './memory-ticket-views.ts'

const COUNT_LIMIT = 1_000
/** No ticket was ever active then. */
const BEFORE_ALL: Position = [Number.MIN_SAFE_INTEGER, 0]

export class MemoryTicketQueries implements TicketQueries {
  readonly #store: MemoryStore

  constructor(store: MemoryStore) {
    this.#store = store
  }

  async list(query: TicketListQuery): Promise<Page<TicketRow>> {
    const tables = this.#store.committed
    const attention = attentionNumbers(tables, query.now)
    const found = searchTickets(tables, query.search)
    const isAskedFor = (ticket: Ticket) => ticket.number === (found?.number ?? null)
    const tickets = tables.tickets.where(
      (ticket) =>
        belongsTo(query.view, ticket, query.agentId, attention.has(ticket.number)) &&
        isNarrowedTo(ticket, query) &&
        (found === null || found.holds(ticket) || isAskedFor(ticket)),
    )
    const positionOf = (ticket: Ticket) => (isAskedFor(ticket) ? BEFORE_ALL : positionIn(query.view, ticket))
    const page = readPage(tickets, positionOf, query.cursor, query.limit)
    return {
      ...page,
      items: page.items.map((ticket) => {
        const row = ticketRow(tables, ticket, query.agentId, attention.has(ticket.number))
        const hit = found?.hitIn(ticket)
        return hit ? { ...row, hit } : row
      }),
    }
  }

  async counts(agentId: string, now: number): Promise<ViewCounts> {
    const { tickets } = this.#store.committed
    const attention = attentionNumbers(this.#store.committed, now)
    const count = (view: keyof ViewCounts) => {
      const belongs = (ticket: Ticket) => belongsTo(view, ticket, agentId, attention.has(ticket.number))
      return Math.min(tickets.where(belongs).length, COUNT_LIMIT)
    }
    return { waiting: count('waiting'), unassigned: count('unassigned'), attention: count('attention') }
  }

  async find(number: number, agentId: string, now: number): Promise<TicketRow | null> {
    const tables = this.#store.committed
    const ticket = tables.tickets.get(number)
    return ticket && ticketRow(tables, ticket, agentId, attentionNumbers(tables, now).has(number))
  }

  async deliveryHistory(number: number, messageId: string): Promise<DeliveryHistory | null> {
    const tables = this.#store.committed
    const message = tables.messages.get(messageId)
    if (message?.ticketNumber !== number || message.delivery === null) return null
    const attempts = tables.attempts.where((attempt) => attempt.messageId === messageId)
    const reports = tables.reports.where((report) => report.messageId === messageId)
    return { message, settledBy: agentRef(tables, message.settledBy), items: historyItems(attempts, reports) }
  }

  async timeline(number: number, cursor: string | null, limit: number): Promise<Page<TimelineItem> | null> {
    const tables = this.#store.committed
    if (!tables.tickets.has(number)) return null
    const page = readPage(timelineOf(tables, number), newestFirst, cursor, limit)
    return { ...page, items: page.items.toReversed() }
  }
}

function timelineOf(tables: MemoryTables, number: number): TimelineItem[] {
  const messages = tables.messages
    .where((message) => message.ticketNumber === number)
    .map((message): TimelineItem => ({ type: 'message', message, author: agentRef(tables, message.authorId) }))
  const lines = tables.activity
    .where((activity) => activity.ticketNumber === number)
    .map((activity): TimelineItem => {
      const assignee = activity.what === 'assigned' ? agentRef(tables, activity.detail) : null
      return { type: 'activity', activity, actor: agentRef(tables, activity.actorId), assignee }
    })
  return [...messages, ...lines]
}

function newestFirst(item: TimelineItem): Position {
  return [-(item.type === 'message' ? item.message.seq : item.activity.seq), 0]
}
