import type { ReadPosition, ReadRepository } from '@textdesk/core'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'

export class KyselyReadRepository implements ReadRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async markSeen(agentId: string, ticketNumber: number, seq: number): Promise<void> {
    await this.#session.run(upsert, { agentId, ticketNumber, seq })
  }

  async list(ticketNumber: number): Promise<ReadPosition[]> {
    return this.#session.all(ofTicket, { ticketNumber })
  }

  async place(agentId: string, ticketNumber: number, seq: number): Promise<void> {
    await this.#session.run(replace, { agentId, ticketNumber, seq })
  }
}

const upsert = query((db, p: { agentId: string; ticketNumber: number; seq: number }) =>
  db
    .insertInto('ticket_reads')
    .values({ agent_id: p.agentId, ticket_number: p.ticketNumber, seen_seq: p.seq })
    .onConflict((conflict) =>
      conflict
        .columns(['agent_id', 'ticket_number'])
        .doUpdateSet({ seen_seq: p.seq })
        .where('ticket_reads.seen_seq', '<', p.seq),
    ),
)

const ofTicket = query((db, p: { ticketNumber: number }) =>
  db
    .selectFrom('ticket_reads')
    .select(['agent_id as agentId', 'seen_seq as seq'])
    .where('ticket_number', '=', p.ticketNumber),
)

const replace = query((db, p: { agentId: string; ticketNumber: number; seq: number }) =>
  db
    .insertInto('ticket_reads')
    .values({ agent_id: p.agentId, ticket_number: p.ticketNumber, seen_seq: p.seq })
    .onConflict((conflict) => conflict.columns(['agent_id', 'ticket_number']).doUpdateSet({ seen_seq: p.seq })),
)
