import type { AuditEntry, AuditLog } from '@textdesk/core'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'

export class KyselyAuditLog implements AuditLog {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async append(entry: AuditEntry): Promise<void> {
    await this.#session.run(insert, entry)
  }
}

const insert = query((db, p: AuditEntry) =>
  db.insertInto('audit_log').values({ at: p.at, actor_id: p.actorId, what: p.what, subject_id: p.subjectId }),
)
