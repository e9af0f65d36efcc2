import type { Message, MessageHistory } from '@textdesk/core'
import { sql } from 'kysely'
import { isInOutbox, isUnsettled } from '../predicates.ts'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'
import { toMessage } from './message-row.ts'

export class KyselyMessageHistory implements MessageHistory {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async firstUnanswered(ticketNumber: number): Promise<Message | null> {
    const lastReply = await this.#session.first(lastReplySeq, { ticketNumber })
    const row = await this.#session.first(firstTextAfter, { ticketNumber, seq: lastReply?.seq ?? 0 })
    return row ? toMessage(row) : null
  }

  async firstUnseen(ticketNumber: number, seq: number, agentId: string): Promise<Message | null> {
    const row = await this.#session.first(firstNotByAgentAfter, { ticketNumber, seq, agentId })
    return row ? toMessage(row) : null
  }

  async newest(ticketNumber: number): Promise<Message | null> {
    const row = await this.#session.first(newestShown, { ticketNumber })
    return row ? toMessage(row) : null
  }

  async sent(inboxId: string, contactId: string, limit: number): Promise<Message[]> {
    const rows = await this.#session.all(sentTo, { inboxId, contactId, limit })
    return rows.map(toMessage)
  }

  async unsent(inboxId: string, contactId: string): Promise<Message[]> {
    const rows = await this.#session.all(unsentOf, { inboxId, contactId })
    return rows.map(toMessage)
  }

  async unsettled(ticketNumber: number): Promise<Message[]> {
    const rows = await this.#session.all(unsettledOf, { ticketNumber })
    return rows.map(toMessage)
  }
}

const lastReplySeq = query((db, p: { ticketNumber: number }) =>
  db
    .selectFrom('messages')
    .select('seq')
    .where('ticket_number', '=', p.ticketNumber)
    .where('direction', '=', 'out')
    .where('kind', '=', 'sms')
    .where('delivery_state', 'is distinct from', 'cancelled')
    .orderBy('seq', 'desc')
    .limit(1),
)

const firstTextAfter = query((db, p: { ticketNumber: number; seq: number }) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where('ticket_number', '=', p.ticketNumber)
    .where('seq', '>', p.seq)
    .where('direction', '=', 'in')
    .where('kind', '=', 'sms')
    .where('keyword', 'is', null)
    .where('placed_because', 'is distinct from', 'thanks')
    .orderBy('seq')
    .limit(1),
)

/** What `isNewerThanSeen` of the core says. */
const firstNotByAgentAfter = query((db, p: { ticketNumber: number; seq: number; agentId: string }) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where('ticket_number', '=', p.ticketNumber)
    .where('seq', '>', p.seq)
    .where('kind', '=', 'sms')
    .where('author_id', 'is distinct from', p.agentId)
    .where('delivery_state', 'is distinct from', 'cancelled')
    .orderBy('seq')
    .limit(1),
)

const newestShown = query((db, p: { ticketNumber: number }) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where('ticket_number', '=', p.ticketNumber)
    .where('kind', '=', 'sms')
    .where('delivery_state', 'is distinct from', 'cancelled')
    .orderBy('seq', 'desc')
    .limit(1),
)

/** The inbox as a sum of texts keeps SQLite from looking through all that the inbox sent instead of the little to one contact. */
const sentTo = query((db, p: { inboxId: string; contactId: string; limit: number }) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where('contact_id', '=', p.contactId)
    .where(sql<boolean>`inbox_id || '' = ${p.inboxId}`)
    .where('direction', '=', 'out')
    .where('delivery_state', 'not in', ['scheduled', 'queued', 'claimed', 'cancelled'])
    .orderBy('at', 'desc')
    .orderBy('row', 'desc')
    .limit(p.limit),
)

const unsentOf = query((db, p: { inboxId: string; contactId: string }) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where('contact_id', '=', p.contactId)
    .where('inbox_id', '=', p.inboxId)
    .where(isInOutbox)
    .where('delivery_state', '<>', 'dispatching')
    .orderBy('row')
    .forUpdate(),
)

const unsettledOf = query((db, p: { ticketNumber: number }) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where('ticket_number', '=', p.ticketNumber)
    .where(isUnsettled)
    .orderBy('seq')
    .forUpdate(),
)
