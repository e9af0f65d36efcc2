import { type TagRepository, tagKey } from '@textdesk/core'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'

export class KyselyTagRepository implements TagRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async findSpelling(tag: string): Promise<string | null> {
    const row = await this.#session.first(byKey, { key: tagKey(tag) })
    return row?.tag ?? null
  }
}

const byKey = query((db, p: { key: string }) =>
  db.selectFrom('ticket_tags').select('tag').where('key', '=', p.key).orderBy('updated_at').limit(1),
)
