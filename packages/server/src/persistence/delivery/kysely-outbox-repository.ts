import {
  allowance,
  LEASE_MS,
  type Message,
  nextAllowedAt,
  type OutboxRepository,
  type Pace,
  pacedAfter,
} from '@textdesk/core'
import { type MessageRecord, toMessage } from '../message/message-row.ts'
import { isLeased, isUncertain } from '../predicates.ts'
import { type Query, query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'
import {
  automaticDueOf,
  dueOf,
  earliestAutomaticOf,
  earliestLeaseEnd,
  earliestOf,
  inboxesToClaimFrom,
  inboxesToSendFrom,
  setPace,
} from './outbox-queries.ts'

/** Takes the messages of these rows (a JSON array) for a sender. Each database has its own way to read a list. */
export type ClaimQuery = Query<{ rows: string; token: string; leaseUntil: number }, MessageRecord>

/** An inbox is looked through by one claimer at a time: its row is locked, or one connection writes. */
export class KyselyOutboxRepository implements OutboxRepository {
  readonly #session: QuerySession
  readonly #claim: ClaimQuery

  constructor(session: QuerySession, claim: ClaimQuery) {
    this.#session = session
    this.#claim = claim
  }

  async claimDue({ now, limit, token }: { now: number; limit: number; token: string }): Promise<Message[]> {
    const due: DueText[] = []
    for (const inbox of await this.#session.all(inboxesToClaimFrom, {}))
      due.push(...(await this.#dueOf(inbox, { now, limit })))
    if (due.length === 0) return []
    const next = due.sort(inTurn).slice(0, limit)
    await this.#keepPace(next, now)
    const order = new Map(next.sort(oldestFirst).map(({ row }, place) => [row, place]))
    const rows = JSON.stringify([...order.keys()])
    const claimed = await this.#session.all(this.#claim, { rows, token, leaseUntil: now + LEASE_MS })
    return claimed.sort((a, b) => (order.get(a.row) ?? 0) - (order.get(b.row) ?? 0)).map(toMessage)
  }

  async findOverdueLeases(now: number, limit: number): Promise<Message[]> {
    const rows = await this.#session.all(overdue, { now, limit })
    return rows.map(toMessage)
  }

  async nextDueAt(now: number): Promise<number | null> {
    const lease = await this.#session.first(earliestLeaseEnd, {})
    const moments = lease ? [lease.leaseUntil] : []
    for (const inbox of await this.#session.all(inboxesToSendFrom, {})) {
      const opensAt = Math.max(inbox.pausedUntil ?? 0, nextAllowedAt(inbox, now))
      for (const earliest of [earliestOf, earliestAutomaticOf]) {
        const next = await this.#session.first(earliest, { inboxId: inbox.id })
        if (next) moments.push(Math.max(next.dueAt, opensAt))
      }
    }
    return moments.length === 0 ? null : Math.min(...moments)
  }

  async findUncertain(since: number, limit: number): Promise<Message[]> {
    const rows = await this.#session.all(uncertain, { since, limit })
    return rows.map(toMessage)
  }

  async findByProviderMessageId(providerMessageId: string): Promise<Message | null> {
    const row = await this.#session.first(byProviderId, { providerMessageId })
    return row ? toMessage(row) : null
  }

  /** As much of it as the inbox may send now: people's texts, then automatic ones. */
  async #dueOf(inbox: SendingInbox, { now, limit }: { now: number; limit: number }): Promise<DueText[]> {
    const mayLeave = (inbox.pausedUntil ?? 0) > now ? 0 : Math.min(limit, allowance(inbox, now))
    if (mayLeave === 0) return []
    const people = await this.#session.all(dueOf, { inboxId: inbox.id, now, limit: mayLeave })
    const left = mayLeave - people.length
    const automatic = left === 0 ? [] : await this.#session.all(automaticDueOf, { inboxId: inbox.id, now, limit: left })
    return [
      ...people.map((text) => ({ ...text, inbox, isAutomatic: false })),
      ...automatic.map((text) => ({ ...text, inbox, isAutomatic: true })),
    ]
  }

  async #keepPace(texts: readonly DueText[], now: number): Promise<void> {
    for (const inbox of new Set(texts.map((text) => text.inbox))) {
      const count = texts.filter((text) => text.inbox === inbox).length
      await this.#session.run(setPace, { inboxId: inbox.id, pacedUntilUs: pacedAfter(inbox, count, now) })
    }
  }
}

interface SendingInbox extends Pace {
  readonly id: string
  readonly pausedUntil: number | null
}

interface DueText {
  readonly row: number
  readonly dueAt: number
  readonly inbox: SendingInbox
  readonly isAutomatic: boolean
}

function inTurn(a: DueText, b: DueText): number {
  return Number(a.isAutomatic) - Number(b.isAutomatic) || oldestFirst(a, b)
}

function oldestFirst(a: DueText, b: DueText): number {
  return a.dueAt - b.dueAt || a.row - b.row
}

const overdue = query((db, p: { now: number; limit: number }) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where(isLeased)
    .where('lease_until', '<=', p.now)
    .orderBy('lease_until')
    .limit(p.limit)
    .forUpdate()
    .skipLocked(),
)

const uncertain = query((db, p: { since: number; limit: number }) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where(isUncertain)
    .where('uncertain_since', '>=', p.since)
    .orderBy('uncertain_since', 'desc')
    .limit(p.limit),
)

const byProviderId = query((db, p: { providerMessageId: string }) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where('provider_message_id', '=', p.providerMessageId)
    .where('provider_message_id', 'is not', null)
    .limit(1)
    .forUpdate(),
)
