import type { Placement, TimelineEntry, TimelineMove, TimelineRepository } from '@textdesk/core'
import { sql } from 'kysely'
import { fromPlacement } from '../message/placement-columns.ts'
import { query } from '../query.ts'
import { expectOneRow, type QuerySession } from '../query-session.ts'

type Stored = ReturnType<typeof fromPlacement>

/** A place is unique in its ticket, so entries first go to places below zero, where nothing else ever is. */
export class KyselyTimelineRepository implements TimelineRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async list(ticketNumber: number): Promise<TimelineEntry[]> {
    const messages = await this.#session.all(messagesOf, { ticketNumber })
    const lines = await this.#session.all(activityOf, { ticketNumber })
    const texts = messages.map(({ direction, seq, at }): TimelineEntry => {
      return { what: direction === 'in' ? 'text' : 'message', seq, at }
    })
    return [...texts, ...lines].sort((a, b) => a.seq - b.seq)
  }

  async move(to: number, moves: readonly TimelineMove[], placement: Placement): Promise<void> {
    const why = fromPlacement(placement)
    for (const { type, from, seq } of moves) {
      const comes = from.ticketNumber !== to
      if (comes && type === 'message') await this.#session.run(explain, { ...why, ...from })
      const step = type === 'message' ? stepMessage : stepActivity
      const moved = await this.#session.run(step, { ...from, to, place: -seq })
      expectOneRow(moved, `entry ${from.seq} of ticket ${from.ticketNumber}`)
    }
    await this.#session.run(settleMessages, { ticketNumber: to })
    await this.#session.run(settleActivity, { ticketNumber: to })
  }
}

const messagesOf = query((db, p: { ticketNumber: number }) =>
  db.selectFrom('messages').select(['direction', 'seq', 'at']).where('ticket_number', '=', p.ticketNumber),
)

const activityOf = query((db, p: { ticketNumber: number }) =>
  db.selectFrom('activity').select(['what', 'seq', 'at']).where('ticket_number', '=', p.ticketNumber),
)

interface Step {
  readonly ticketNumber: number
  readonly seq: number
  readonly to: number
  readonly place: number
}

const stepMessage = query((db, p: Step) =>
  db
    .updateTable('messages')
    .set({ ticket_number: p.to, seq: p.place })
    .where('ticket_number', '=', p.ticketNumber)
    .where('seq', '=', p.seq),
)

const stepActivity = query((db, p: Step) =>
  db
    .updateTable('activity')
    .set({ ticket_number: p.to, seq: p.place })
    .where('ticket_number', '=', p.ticketNumber)
    .where('seq', '=', p.seq),
)

const explain = query((db, p: Stored & { ticketNumber: number; seq: number }) =>
  db
    .updateTable('messages')
    .set({
      placed_because: p.placed_because,
      placed_ticket: p.placed_ticket,
      placed_at: p.placed_at,
      placed_hours: p.placed_hours,
    })
    .where('ticket_number', '=', p.ticketNumber)
    .where('seq', '=', p.seq)
    .where('direction', '=', 'in'),
)

const settleMessages = query((db, p: { ticketNumber: number }) =>
  db
    .updateTable('messages')
    .set({ seq: sql<number>`-seq` })
    .where('ticket_number', '=', p.ticketNumber)
    .where('seq', '<', 0),
)

const settleActivity = query((db, p: { ticketNumber: number }) =>
  db
    .updateTable('activity')
    .set({ seq: sql<number>`-seq` })
    .where('ticket_number', '=', p.ticketNumber)
    .where('seq', '<', 0),
)
