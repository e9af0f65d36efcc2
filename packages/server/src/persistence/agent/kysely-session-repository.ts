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

  listForAgent(agentId: string): Promise<Session[]> {
    return this.#session.all(sessionsOfAgent, { agentId })
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

  async forget(before: { lastSeenAt: number; createdAt: number }): Promise<void> {
    await this.#session.run(removeDead, before)
  }
}

const fields = [
  'token_digest as tokenDigest',
  'agent_id as agentId',
  'created_at as createdAt',
  'last_seen_at as lastSeenAt',
  'label',
] as const

export const sessionByDigest = query((db, p: { tokenDigest: string }) =>
  db.selectFrom('sessions').select(fields).where('token_digest', '=', p.tokenDigest),
)

export const sessionsOfAgent = query((db, p: { agentId: string }) =>
  db
    .selectFrom('sessions')
    .select(fields)
    .where('agent_id', '=', p.agentId)
    .orderBy('last_seen_at', 'desc')
    .orderBy('token_digest'),
)

const insert = query((db, p: Session) =>
  db.insertInto('sessions').values({
    token_digest: p.tokenDigest,
    agent_id: p.agentId,
    created_at: p.createdAt,
    last_seen_at: p.lastSeenAt,
    label: p.label,
  }),
)

const update = query((db, p: Session) =>
  db.updateTable('sessions').set({ last_seen_at: p.lastSeenAt }).where('token_digest', '=', p.tokenDigest),
)

const remove = query((db, p: { tokenDigest: string }) =>
  db.deleteFrom('sessions').where('token_digest', '=', p.tokenDigest),
)

const removeDead = query((db, p: { lastSeenAt: number; createdAt: number }) =>
  db
    .deleteFrom('sessions')
    .where((eb) => eb.or([eb('last_seen_at', '<', p.lastSeenAt), eb('created_at', '<', p.createdAt)])),
)

const removeOthers = query((db, p: { agentId: string; exceptDigest: string | null }) =>
  db.deleteFrom('sessions').where('agent_id', '=', p.agentId).where('token_digest', 'is distinct from', p.exceptDigest),
)
