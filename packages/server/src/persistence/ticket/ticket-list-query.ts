import { type Kysely, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { Query, query } from '../query.ts'
import type { DeskSchema } from '../schema.ts'
import type { FoundTickets, TicketSearch } from '../search/ticket-search.ts'
import { type Leader, type ListShape, leaderOf, placeIn } from './ticket-list-shape.ts'
import { needsAgent, type ViewInput, viewConditions } from './ticket-views.ts'

interface ListInput extends ViewInput, FoundTickets {
  readonly tagKey: string
  readonly contactId: string
  /** Where the page before ended. */
  readonly from: number
  readonly fromNumber: number
  readonly limit: number
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
    const key = Object.values(shape).join()
    const known = this.#queries.get(key)
    if (known) return known
    const options = { plansDiffer: shape.searches }
    const made = new Query((db, p: ListInput) => listQuery(db, p, shape, this.#search), options)
    this.#queries.set(key, made)
    return made
  }
}

export const oneTicket = query((db, p: ViewInput & { number: number }) =>
  ticketRows(db, p).where('tickets.number', '=', p.number),
)

function listQuery(db: Kysely<DeskSchema>, p: ListInput, shape: ListShape, search: TicketSearch) {
  const leader = leaderOf(shape)
  const place = placeIn(shape.view, leader)
  const inView = [viewConditions[shape.view](p), ...narrowing(p, shape, leader)].filter((each) => each !== null)
  const after = sql<boolean>`(${place.moment}, ${place.number}) ${place.follows} (${p.from}, ${p.fromNumber})`
  const onPage = shape.continues ? [after] : []
  const leading: Record<Leader, RawBuilder<boolean>[]> = {
    view: [...inView, ...onPage],
    tag: [sql`ticket_tags.key = ${p.tagKey}`, ...onPage, ...inView.map(aside)],
    contact: [sql`tickets.contact_id = ${p.contactId}`, ...[...onPage, ...inView].map(aside)],
    search: [search.condition(p), ...[sql<boolean>`tickets.number <> ${p.except}`, ...onPage, ...inView].map(aside)],
  }
  // It has to be sorted, and SQLite would look up what belongs to each row before it leaves most of them out.
  const found = () =>
    db
      .selectFrom('tickets')
      .select('tickets.number')
      .where((eb) => eb.and(leading.search))
      .orderBy(place.moment, place.direction)
      .orderBy(place.number, place.direction)
      .limit(p.limit)
  return ticketRows(db, p)
    .$if(leader === 'tag', (rows) => rows.innerJoin('ticket_tags', 'ticket_tags.ticket_number', 'tickets.number'))
    .where((eb) => (leader === 'search' ? eb('tickets.number', 'in', found()) : eb.and(leading[leader])))
    .orderBy(place.moment, place.direction)
    .orderBy(place.number, place.direction)
    .limit(p.limit)
}

function narrowing(p: ListInput, { hasTag, ofContact }: ListShape, leader: Leader): RawBuilder<boolean>[] {
  const tagged = sql<boolean>`exists (
    select 1 from ticket_tags where ticket_tags.ticket_number = tickets.number and ticket_tags.key = ${p.tagKey}
  )`
  const theirs = sql<boolean>`tickets.contact_id = ${p.contactId}`
  return [
    ...(hasTag && leader !== 'tag' ? [aside(tagged)] : []),
    ...(ofContact && leader !== 'contact' ? [aside(theirs)] : []),
  ]
}

/** "is true" keeps an index, which may hold a million others, from being walked for this condition. */
function aside(condition: RawBuilder<boolean>): RawBuilder<boolean> {
  return sql<boolean>`(${condition}) is true`
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
      'tickets.snoozed_until',
      'tickets.stop_asked_at',
      'tickets.tags',
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
      sql<string | null>`coalesce(contacts.writes_from, contacts.address)`.as('contact_address'),
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
      lastAuthor.as('last_author'),
    ])
}

/**
 * Id, a space and name of the agent, where the text that the list shows is ours: one look has to do for both. The text stands
 * at or near the end of its ticket, so little is read to find it.
 */
const lastAuthor = sql<string | null>`case when tickets.last_direction = 'out' then (
  select authors.id || ' ' || authors.name from messages left join agents as authors on authors.id = messages.author_id
  where messages.ticket_number = tickets.number and messages.kind = 'sms'
    and messages.delivery_state is distinct from 'cancelled'
  order by messages.seq desc limit 1
) end`
