import type { Draft, DraftMode, DraftRepository } from '@textdesk/core'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'

export class KyselyDraftRepository implements DraftRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async save(draft: Draft): Promise<void> {
    await this.#session.run(upsert, draft)
  }

  async list(ticketNumber: number): Promise<Draft[]> {
    return this.#session.all(ofTicket, { ticketNumber })
  }

  async remove(agentId: string, ticketNumber: number, mode: DraftMode): Promise<void> {
    await this.#session.run(remove, { agentId, ticketNumber, mode })
  }
}

const upsert = query((db, p: Draft) =>
  db
    .insertInto('drafts')
    .values({
      agent_id: p.agentId,
      ticket_number: p.ticketNumber,
      mode: p.mode,
      body: p.body,
      updated_at: p.updatedAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['agent_id', 'ticket_number', 'mode']).doUpdateSet({ body: p.body, updated_at: p.updatedAt }),
    ),
)

const ofTicket = query((db, p: { ticketNumber: number }) =>
  db
    .selectFrom('drafts')
    .select(['agent_id as agentId', 'ticket_number as ticketNumber', 'mode', 'body', 'updated_at as updatedAt'])
    .where('ticket_number', '=', p.ticketNumber),
)

const remove = query((db, p: Pick<Draft, 'agentId' | 'ticketNumber' | 'mode'>) =>
  db
    .deleteFrom('drafts')
    .where('agent_id', '=', p.agentId)
    .where('ticket_number', '=', p.ticketNumber)
    .where('mode', '=', p.mode),
)
