import type { Session, SessionRepository } from '@textdesk/core'
import { query } from '../query.ts'
import { expectOneRow, type QuerySession } from '../query-session.ts'

export class KyselySessionRepository implements SessionRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async find(tokenDigest: string): Promise<Session | null> {
    return (await this.#session.first(sessionByDigest, { tokenDigest })) ?? null
  }

  async add(session: Session): Promise<void> {
    await this.#session.run(insert, session)
  }

  async save(session: Session): Promise<void> {
    expectOneRow(await this.#session.run(update, session), 'session')
  }

  async remove(tokenDigest: string): Promise<void> {
    await this.#session.run(remove, { tokenDigest })
  }

  async removeForAgent(agentId: string, exceptDigest: string | null): Promise<void> {
    await this.#session.run(removeOthers, { agentId, exceptDigest })
  }
}

export const sessionByDigest = query((db, p: { tokenDigest: string }) =>
  db
    .selectFrom('sessions')
    .select([
      'token_digest as tokenDigest',
      'agent_id as agentId',
      'created_at as createdAt',
      'last_seen_at as lastSeenAt',
    ])
    .where('token_digest', '=', p.tokenDigest),
)

const insert = query((db, p: Session) =>
  db.insertInto('sessions').values({
    token_digest: p.tokenDigest,
    agent_id: p.agentId,
    created_at: p.createdAt,
    last_seen_at: p.lastSeenAt,
  }),
)

const update = query((db, p: Session) =>
  db.updateTable('sessions').set({ last_seen_at: p.lastSeenAt }).where('token_digest', '=', p.tokenDigest),
)

const remove = query((db, p: { tokenDigest: string }) =>
  db.deleteFrom('sessions').where('token_digest', '=', p.tokenDigest),
)

const removeOthers = query((db, p: { agentId: string; exceptDigest: string | null }) =>
  db.deleteFrom('sessions').where('agent_id', '=', p.agentId).where('token_digest', 'is distinct from', p.exceptDigest),
)
