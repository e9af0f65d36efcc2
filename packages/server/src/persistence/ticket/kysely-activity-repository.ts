import type { Activity, ActivityRepository } from '@textdesk/core'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'

export class KyselyActivityRepository implements ActivityRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async add(activity: Activity): Promise<void> {
    await this.#session.run(insert, activity)
  }
}

const insert = query((db, p: Activity) =>
  db.insertInto('activity').values({
    ticket_number: p.ticketNumber,
    seq: p.seq,
    id: p.id,
    at: p.at,
    actor_id: p.actorId,
    what: p.what,
    detail: p.detail,
  }),
)
