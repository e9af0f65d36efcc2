import { LEASE_MS, type Message, type OutboxRepository } from '@textdesk/core'
import { sql } from 'kysely'
import { isLeased } from '../predicates.ts'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'
import { toMessage } from '../rows/message-row.ts'
import { dueOf, earliestLeaseEnd, earliestOf, pausesOfInboxes } from './outbox-queries.ts'

/** One writer at a time: what is found due cannot be claimed by anybody else before it is claimed here. */
export class SqliteOutboxRepository implements OutboxRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async claimDue({ now, limit, token }: { now: number; limit: number; token: string }): Promise<Message[]> {
    const due: Array<{ row: number; dueAt: number }> = []
    for (const inbox of await this.#session.all(pausesOfInboxes, {})) {
      if ((inbox.pausedUntil ?? 0) > now) continue
      due.push(...(await this.#session.all(dueOf, { inboxId: inbox.id, now, limit })))
    }
    if (due.length === 0) return []
    due.sort((a, b) => a.dueAt - b.dueAt || a.row - b.row)
    const order = new Map(due.slice(0, limit).map(({ row }, place) => [row, place]))
    const rows = JSON.stringify([...order.keys()])
    const claimed = await this.#session.all(claim, { rows, token, leaseUntil: now + LEASE_MS })
    return claimed.sort((a, b) => (order.get(a.row) ?? 0) - (order.get(b.row) ?? 0)).map(toMessage)
  }

  async findOverdueLeases(now: number, limit: number): Promise<Message[]> {
    const rows = await this.#session.all(overdue, { now, limit })
    return rows.map(toMessage)
  }

  async nextDueAt(): Promise<number | null> {
    const lease = await this.#session.first(earliestLeaseEnd, {})
    const moments = lease ? [lease.leaseUntil] : []
    for (const inbox of await this.#session.all(pausesOfInboxes, {})) {
      const next = await this.#session.first(earliestOf, { inboxId: inbox.id })
      if (next) moments.push(Math.max(next.dueAt, inbox.pausedUntil ?? 0))
    }
    return moments.length === 0 ? null : Math.min(...moments)
  }

  async findByProviderMessageId(providerMessageId: string): Promise<Message | null> {
    const row = await this.#session.first(byProviderId, { providerMessageId })
    return row ? toMessage(row) : null
  }
}

const claim = query((db, p: { rows: string; token: string; leaseUntil: number }) =>
  db
    .updateTable('messages')
    .set({ delivery_state: 'claimed', next_attempt_at: null, claim_token: p.token, lease_until: p.leaseUntil })
    .where('row', 'in', sql<number>`(select value from json_each(${p.rows}))`)
    .returningAll(),
)

const overdue = query((db, p: { now: number; limit: number }) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where(isLeased)
    .where('lease_until', '<=', p.now)
    .orderBy('lease_until')
    .limit(p.limit),
)

const byProviderId = query((db, p: { providerMessageId: string }) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where('provider_message_id', '=', p.providerMessageId)
    .where('provider_message_id', 'is not', null)
    .limit(1),
)
