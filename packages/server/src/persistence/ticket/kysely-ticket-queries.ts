import {
  type Address,
  type DeliveryHistory,
  type Page,
  type TicketListQuery,
  type TicketQueries,
  type TicketRow,
  type TimelineItem,
  tagKey,
  type ViewCounts,
} from '@textdesk/core'
import type { AddressHasher } from '../address-hasher.ts'
import { optOutKey, readOptOuts } from '../contact/opt-out-queries.ts'
import { readDeliveryHistory } from '../delivery/delivery-history.ts'
import type { QuerySession } from '../query-session.ts'
import { type Found, findTickets, hitsOf } from '../search/find-tickets.ts'
import type { FoundTickets, TicketSearch } from '../search/ticket-search.ts'
import { countAttention, countUnassigned, countWaiting } from './count-queries.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { oneTicket, TicketListQueries, type TicketListRecord } from './ticket-list-query.ts'
import { readTimeline } from './timeline.ts'
import { toTicketRow } from './to-ticket-row.ts'

const NOTHING_SEARCHED = { foundTickets: '[]', foundContacts: '[]', except: 0 } as const

export class KyselyTicketQueries implements TicketQueries {
  readonly #session: Pick<QuerySession, 'all' | 'first'>
  readonly #search: TicketSearch
  readonly #lists: TicketListQueries
  readonly #hasher: AddressHasher

  constructor(deps: { session: Pick<QuerySession, 'all' | 'first'>; search: TicketSearch; hasher: AddressHasher }) {
    this.#session = deps.session
    this.#search = deps.search
    this.#lists = new TicketListQueries(deps.search)
    this.#hasher = deps.hasher
  }

  async list(query: TicketListQuery): Promise<Page<TicketRow>> {
    const { search, cursor } = query
    if (search === null || search.trim() === '') return this.#page(query, null, [])
    const found = await findTickets(this.#session, this.#search, search)
    if (found === null) return { items: [], nextCursor: null }
    const isFirst = readCursor(cursor, 2) === null
    const first = isFirst && found.number > 0 ? await this.#rows(query, justThe(found.number), null, 1) : []
    const page = await this.#page(query, found, first)
    const hits = await hitsOf(this.#session, this.#search, found, page.items)
    return { ...page, items: page.items.map((row) => ({ ...row, ...hits.get(row.number) })) }
  }

  /** `first` stands before all others, on the first page. */
  async #page(query: TicketListQuery, found: Found | null, first: readonly TicketListRecord[]) {
    const { view, cursor, limit } = query
    const from = readCursor(cursor, 2)
    const others = await this.#rows(query, found?.tickets ?? NOTHING_SEARCHED, from, limit + 1)
    const rows = [...first, ...others].slice(0, limit)
    const last = rows.length < first.length + others.length ? rows.at(-1) : undefined
    const items = await this.#show(rows)
    const position = last && (first.includes(last) ? beforeAll(view) : positionIn(view, last))
    return { items, nextCursor: position ? writeCursor(position) : null }
  }

  #rows(query: TicketListQuery, found: FoundTickets, from: number[] | null, limit: number) {
    const { agentId, view, search, now, tag = null, contactId = null } = query
    const shape = {
      view,
      continues: from !== null,
      searches: search !== null && search.trim() !== '',
      hasTag: tag !== null,
      ofContact: contactId !== null,
    }
    return this.#session.all(this.#lists.of(shape), {
      ...found,
      tagKey: tagKey(tag ?? ''),
      contactId: contactId ?? '',
      agentId,
      now,
      from: from?.[0] ?? 0,
      fromNumber: from?.[1] ?? 0,
      limit,
    })
  }

  async counts(_agentId: string, now: number): Promise<ViewCounts> {
    const waiting = await this.#session.first(countWaiting, {})
    const unassigned = await this.#session.first(countUnassigned, {})
    const attention = await this.#session.first(countAttention, { now })
    return { waiting: waiting?.count ?? 0, unassigned: unassigned?.count ?? 0, attention: attention?.count ?? 0 }
  }

  async find(number: number, agentId: string, now: number): Promise<TicketRow | null> {
    const row = await this.#session.first(oneTicket, { number, agentId, now })
    return row ? ((await this.#show([row]))[0] ?? null) : null
  }

  timeline(number: number, cursor: string | null, limit: number): Promise<Page<TimelineItem> | null> {
    return readTimeline(this.#session, number, cursor, limit)
  }

  deliveryHistory(number: number, messageId: string): Promise<DeliveryHistory | null> {
    return readDeliveryHistory(this.#session, number, messageId)
  }

  async #show(rows: readonly TicketListRecord[]): Promise<TicketRow[]> {
    const hashed = rows.map((row) => ({ row, hmacs: this.#hasher.hashes(addressOf(row)) }))
    const optOuts = await readOptOuts(
      this.#session,
      hashed.flatMap(({ hmacs }) => hmacs),
    )
    return hashed.map(({ row, hmacs }) => {
      const at = hmacs.map((hmac) => optOuts.get(optOutKey(hmac, row.inbox_id))).find((each) => each !== undefined)
      return toTicketRow(row, at ?? null)
    })
  }
}

function addressOf(row: TicketListRecord): Address {
  return { kind: row.contact_kind ?? 'name', value: row.contact_address ?? '' }
}

function positionIn(view: TicketListQuery['view'], row: TicketListRecord): [number, number] {
  return [view === 'waiting' ? (row.waiting_since ?? 0) : row.updated_at, row.number]
}

/** Where the second row of a list begins whose first was put before all others. */
function beforeAll(view: TicketListQuery['view']): [number, number] {
  return [view === 'waiting' ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER, 0]
}

function justThe(number: number): FoundTickets {
  return { foundTickets: JSON.stringify([number]), foundContacts: '[]', except: 0 }
}
