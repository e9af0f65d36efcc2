import type { KnownPlace, KnownPlaceRepository } from '@textdesk/core'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'

export class KyselyKnownPlaceRepository implements KnownPlaceRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  list(digest: string, since: number): Promise<KnownPlace[]> {
    return this.#session.all(placesByDigest, { digest, since })
  }

  async note(visit: { digest: string; agentId: string; at: number }): Promise<void> {
    await this.#session.run(noteVisit, visit)
  }

  async removeForAgent(agentId: string, exceptDigest: string | null): Promise<void> {
    await this.#session.run(removeOthers, { agentId, exceptDigest })
  }

  async forget(before: number): Promise<void> {
    await this.#session.run(removeOld, { before })
  }
}

export const placesByDigest = query((db, p: { digest: string; since: number }) =>
  db
    .selectFrom('known_places')
    .select(['digest', 'agent_id as agentId', 'first_at as firstAt', 'last_at as lastAt'])
    .where('digest', '=', p.digest)
    .where('last_at', '>=', p.since),
)

const noteVisit = query((db, p: { digest: string; agentId: string; at: number }) =>
  db
    .insertInto('known_places')
    .values({ digest: p.digest, agent_id: p.agentId, first_at: p.at, last_at: p.at })
    .onConflict((conflict) => conflict.columns(['digest', 'agent_id']).doUpdateSet({ last_at: p.at })),
)

const removeOthers = query((db, p: { agentId: string; exceptDigest: string | null }) =>
  db.deleteFrom('known_places').where('agent_id', '=', p.agentId).where('digest', 'is distinct from', p.exceptDigest),
)

const removeOld = query((db, p: { before: number }) => db.deleteFrom('known_places').where('last_at', '<', p.before))
