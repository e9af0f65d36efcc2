import type { Invite, InviteRepository } from '@textdesk/core'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'

export class KyselyInviteRepository implements InviteRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async findByDigest(tokenDigest: string): Promise<Invite | null> {
    return (await this.#session.first(byDigest, { tokenDigest })) ?? null
  }

  async add(invite: Invite): Promise<void> {
    await this.#session.run(insert, invite)
  }

  async removeForAgent(agentId: string): Promise<void> {
    await this.#session.run(removeOf, { agentId })
  }
}

const byDigest = query((db, p: { tokenDigest: string }) =>
  db
    .selectFrom('invites')
    .select([
      'token_digest as tokenDigest',
      'agent_id as agentId',
      'created_at as createdAt',
      'expires_at as expiresAt',
    ])
    .where('token_digest', '=', p.tokenDigest),
)

const insert = query((db, p: Invite) =>
  db.insertInto('invites').values({
    token_digest: p.tokenDigest,
    agent_id: p.agentId,
    created_at: p.createdAt,
    expires_at: p.expiresAt,
  }),
)

const removeOf = query((db, p: { agentId: string }) => db.deleteFrom('invites').where('agent_id', '=', p.agentId))
