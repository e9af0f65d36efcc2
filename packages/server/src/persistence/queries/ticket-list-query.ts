import type { TicketView } from '@textdesk/core'
import { type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import { Query, query } from '../query.ts'
import type { DeskSchema } from '../schema.ts'
import type { SearchTerms, TicketSearch } from './ticket-search.ts'
import { needsAgent, type ViewInput, viewConditions } from './ticket-views.ts'

interface ListInput extends ViewInput, SearchTerms {
  /** Where the page before ended. */
  readonly from: number
  readonly fromNumber: number
  readonly limit: number
}

interface ListShape {
  readonly view: TicketView
  readonly continues: boolean
  readonly searches: boolean
}

export type TicketListRecord =
  ReturnType<typeof ticketRows> extends SelectQueryBuilder<infer _DB, infer _TB, infer Row> ? Row : never

/** One query for each shape of the list that is ever asked for. */
export class TicketListQueries {
  readonly #search: TicketSearch
  readonly #queries = new Map<string, Query<ListInput, TicketListRecord>>()

  constructor(search: TicketSearch) {
    this.#search = search
  }

  of(shape: ListShape): Query<ListInput, TicketListRecord> {
    const key = `${shape.view}/${shape.continues}/${shape.searches}`
    const known = this.#queries.get(key)
    if (known) return known
    const made = new Query((db, p: ListInput) => listQuery(db, p, shape, this.#search))
    this.#queries.set(key, made)
    return made
  }
}

export const oneTicket = query((db, p: ViewInput & { number: number }) =>
  ticketRows(db, p).where('tickets.number', '=', p.number),
)

function listQuery(db: Kysely<DeskSchema>, p: ListInput, shape: ListShape, search: TicketSearch) {
  const [column, direction, follows] =
    shape.view === 'waiting' ? (['waiting_since', 'asc', '>'] as const) : (['updated_at', 'desc', '<'] as const)
  const conditions = [viewConditions[shape.view](p)]
  if (shape.continues) {
    const position = sql`(${sql.ref(`tickets.${column}`)}, tickets.number)`
    conditions.push(sql`${position} ${sql.raw(follows)} (${p.from}, ${p.fromNumber})`)
  }
  // What was found leads: "is true" keeps the view's index, which may hold a million others, from being walked instead.
  const given = conditions.filter((condition) => condition !== null)
  const asked = shape.searches ? [search.condition(p), ...given.map((each) => sql<boolean>`(${each}) is true`)] : given
  return ticketRows(db, p)
    .where((eb) => eb.and(asked))
    .orderBy(`tickets.${column}`, direction)
    .orderBy('tickets.number', direction)
    .limit(p.limit)
}

/** Left joins all: the list is walked in the order of its index, and what belongs to each row is looked up. */
function ticketRows(db: Kysely<DeskSchema>, p: ViewInput) {
  return db
    .selectFrom('tickets')
    .leftJoin('contacts', 'contacts.id', 'tickets.contact_id')
    .leftJoin('inboxes', 'inboxes.id', 'tickets.inbox_id')
    .leftJoin('agents', 'agents.id', 'tickets.assignee_id')
    .leftJoin('ticket_reads', (join) =>
      join.on('ticket_reads.agent_id', '=', p.agentId).onRef('ticket_reads.ticket_number', '=', 'tickets.number'),
    )
    .select([
      'tickets.number',
      'tickets.status',
      'tickets.contact_id',
      'tickets.inbox_id',
      'tickets.waiting_since',
      'tickets.last_direction',
      'tickets.last_kind',
      'tickets.last_preview',
      'tickets.last_at',
      'tickets.last_inbound_seq',
      'tickets.created_at',
      'tickets.updated_at',
      'tickets.closed_at',
      'tickets.merged_into',
      'contacts.kind as contact_kind',
      'contacts.address as contact_address',
      'contacts.name as contact_name',
      'contacts.blocked_at as contact_blocked_at',
      'inboxes.name as inbox_name',
      'inboxes.number as inbox_number',
      'inboxes.provider as inbox_provider',
      'agents.id as assignee_id',
      'agents.name as assignee_name',
      'ticket_reads.seen_seq',
      sql<number>`exists (
        select 1 from messages where messages.ticket_number = tickets.number and ${needsAgent(p)}
      )`.as('needs_attention'),
    ])
}
