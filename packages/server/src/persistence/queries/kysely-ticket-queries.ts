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
import type { QuerySession } from '../query-session.ts'
import { countAttention, countUnassigned, countWaiting } from './count-queries.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { readDeliveryHistory } from './delivery-history.ts'
import { optOutAt } from './opt-out-queries.ts'
import { oneTicket, TicketListQueries, type TicketListRecord } from './ticket-list-query.ts'
import type { TicketSearch } from './ticket-search.ts'
import { readTimeline } from './timeline.ts'
import { toTicketRow } from './to-ticket-row.ts'

const NOTHING_SEARCHED = { texts: '', contacts: '', number: '', shortWords: '', isShort: 0 } as const

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
    const { agentId, view, search, cursor, limit, now, tag = null, contactId = null } = query
    const asked = search !== null && search.trim() !== ''
    const terms = asked ? this.#search.parse(search) : NOTHING_SEARCHED
    if (terms === null) return { items: [], nextCursor: null }
    const from = readCursor(cursor, 2)
    const shape = {
      view,
      continues: from !== null,
      searches: asked,
      hasTag: tag !== null,
      ofContact: contactId !== null,
    }
    const found = await this.#session.all(this.#lists.of(shape), {
      ...terms,
      tagKey: tagKey(tag ?? ''),
      contactId: contactId ?? '',
      agentId,
      now,
      from: from?.[0] ?? 0,
      fromNumber: from?.[1] ?? 0,
      limit: limit + 1,
    })
    const rows = found.slice(0, limit)
    const last = found.length > limit ? rows.at(-1) : undefined
    const items = await Promise.all(rows.map((row) => this.#show(row)))
    return { items, nextCursor: last ? writeCursor(positionIn(view, last)) : null }
  }

  async counts(_agentId: string, now: number): Promise<ViewCounts> {
    const waiting = await this.#session.first(countWaiting, {})
    const unassigned = await this.#session.first(countUnassigned, {})
    const attention = await this.#session.first(countAttention, { now })
    return { waiting: waiting?.count ?? 0, unassigned: unassigned?.count ?? 0, attention: attention?.count ?? 0 }
  }

  async find(number: number, agentId: string, now: number): Promise<TicketRow | null> {
    const row = await this.#session.first(oneTicket, { number, agentId, now })
    return row ? this.#show(row) : null
  }

  timeline(number: number, cursor: string | null, limit: number): Promise<Page<TimelineItem> | null> {
    return readTimeline(this.#session, number, cursor, limit)
  }

  deliveryHistory(number: number, messageId: string): Promise<DeliveryHistory | null> {
    return readDeliveryHistory(this.#session, number, messageId)
  }

  async #show(row: TicketListRecord): Promise<TicketRow> {
    const address: Address = { kind: row.contact_kind ?? 'name', value: row.contact_address ?? '' }
    return toTicketRow(row, await this.#optedOutAt(row.inbox_id, address))
  }

  async #optedOutAt(inboxId: string, address: Address): Promise<number | null> {
    for (const hmac of this.#hasher.hashes(address)) {
      const optOut = await this.#session.first(optOutAt, { hmac, inboxId })
      if (optOut) return optOut.at
    }
    return null
  }
}

function positionIn(view: TicketListQuery['view'], row: TicketListRecord): [number, number] {
  return [view === 'waiting' ? (row.waiting_since ?? 0) : row.updated_at, row.number]
}
