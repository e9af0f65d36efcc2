import type { CannedReply, CannedReplyRepository } from '@textdesk/core'
import { pick, query } from '../query.ts'
import { expectOneRow, type QuerySession, UniqueViolation } from '../query-session.ts'
import { type CannedReplyRecord, cannedReplyFields, fromCannedReply, toCannedReply } from './canned-reply-row.ts'

export class KyselyCannedReplyRepository implements CannedReplyRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async find(id: string): Promise<CannedReply | null> {
    const row = await this.#session.first(byId, { id })
    return row ? toCannedReply(row) : null
  }

  async add(reply: CannedReply): Promise<boolean> {
    return (await this.#session.run(insert, fromCannedReply(reply))) === 1
  }

  async save(reply: CannedReply): Promise<boolean> {
    try {
      expectOneRow(await this.#session.run(update, fromCannedReply(reply)), `canned reply ${reply.id}`)
      return true
    } catch (error) {
      if (error instanceof UniqueViolation) return false
      throw error
    }
  }

  async remove(id: string): Promise<void> {
    await this.#session.run(remove, { id })
  }
}

const byId = query((db, p: { id: string }) =>
  db.selectFrom('canned_replies').select(cannedReplyFields).where('id', '=', p.id),
)

const insert = query((db, p: CannedReplyRecord) =>
  db
    .insertInto('canned_replies')
    .values(pick(p, cannedReplyFields))
    .onConflict((conflict) => conflict.column('shortcut').doNothing()),
)

const update = query(
  (db, p: CannedReplyRecord) =>
    db
      .updateTable('canned_replies')
      .set(pick(p, ['shortcut', 'title', 'body', 'updated_at']))
      .where('id', '=', p.id),
  { mayCollide: true },
)

const remove = query((db, p: { id: string }) => db.deleteFrom('canned_replies').where('id', '=', p.id))
