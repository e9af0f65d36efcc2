import type { ActionName, TicketAction, TicketActionRepository } from '@textdesk/core'
import { pick, query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'
import { fromTicketAction, type TicketActionRecord, ticketActionFields, toTicketAction } from './ticket-action-row.ts'

export class KyselyTicketActionRepository implements TicketActionRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async save(action: TicketAction): Promise<void> {
    await this.#session.run(upsert, fromTicketAction(action))
  }

  async find(name: ActionName): Promise<TicketAction | null> {
    const row = await this.#session.first(byName, name)
    return row ? toTicketAction(row) : null
  }

  async remove(name: ActionName): Promise<void> {
    await this.#session.run(removal, name)
  }

  async forgetBefore(at: number, limit: number): Promise<number> {
    const old = await this.#session.all(doneBefore, { at, limit })
    for (const name of old) await this.remove(name)
    return old.length
  }
}

const upsert = query((db, p: TicketActionRecord) =>
  db
    .insertInto('ticket_actions')
    .values(pick(p, ticketActionFields))
    .onConflict((conflict) =>
      conflict
        .columns(['ticket_number', 'agent_id', 'key'])
        .doUpdateSet(pick(p, ['at', 'seq', 'state_before', 'state_after', 'settled_ids'])),
    ),
)

const byName = query((db, p: ActionName) =>
  db
    .selectFrom('ticket_actions')
    .selectAll()
    .where('ticket_number', '=', p.ticketNumber)
    .where('agent_id', '=', p.agentId)
    .where('key', '=', p.key),
)

const removal = query((db, p: ActionName) =>
  db
    .deleteFrom('ticket_actions')
    .where('ticket_number', '=', p.ticketNumber)
    .where('agent_id', '=', p.agentId)
    .where('key', '=', p.key),
)

const doneBefore = query((db, p: { at: number; limit: number }) =>
  db
    .selectFrom('ticket_actions')
    .select(['ticket_number as ticketNumber', 'agent_id as agentId', 'key'])
    .where('at', '<', p.at)
    .orderBy('at')
    .limit(p.limit),
)
