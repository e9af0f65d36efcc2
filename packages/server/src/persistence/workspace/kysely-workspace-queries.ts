import type { CannedReply, Draft, TagUse, WorkspaceQueries } from '@textdesk/core'
import { sql } from 'kysely'
import { Query, query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'
import { cannedReplyFields, toCannedReply } from './canned-reply-row.ts'

export class KyselyWorkspaceQueries implements WorkspaceQueries {
  readonly #session: Pick<QuerySession, 'all'>

  constructor(deps: { session: Pick<QuerySession, 'all'> }) {
    this.#session = deps.session
  }

  listTags(limit: number): Promise<TagUse[]> {
    return this.#session.all(tagsInUse, { limit })
  }

  async listCannedReplies(): Promise<CannedReply[]> {
    const rows = await this.#session.all(cannedReplies, {})
    return rows.map(toCannedReply)
  }

  listDrafts(agentId: string, ticketNumber: number | null, limit: number): Promise<Draft[]> {
    if (ticketNumber === null) return this.#session.all(draftsOf, { agentId, limit })
    return this.#session.all(draftsIn, { agentId, ticketNumber, limit })
  }
}

/** From tag to tag, not from row to row: a few tags may be on a million tickets. */
const tagsInUse = new Query((db, p: { limit: number }) => ({
  compile: () =>
    sql<TagUse>`
      with recursive used(key) as (
        select min(key) from ticket_tags
        union all
        select (select min(key) from ticket_tags where ticket_tags.key > used.key) from used where used.key is not null
      )
      select
        (select tag from ticket_tags where ticket_tags.key = used.key order by updated_at limit 1) as tag,
        (select count(*) from (
          select 1 from ticket_tags where ticket_tags.key = used.key limit 1000
        ) as counted) as tickets
      from used where used.key is not null order by tickets desc, used.key limit ${p.limit}`.compile(db),
}))

const cannedReplies = query((db, _: object) =>
  db.selectFrom('canned_replies').select(cannedReplyFields).orderBy('shortcut'),
)

const draftFields = [
  'agent_id as agentId',
  'ticket_number as ticketNumber',
  'mode',
  'body',
  'updated_at as updatedAt',
] as const

const draftsOf = query((db, p: { agentId: string; limit: number }) =>
  db
    .selectFrom('drafts')
    .select(draftFields)
    .where('agent_id', '=', p.agentId)
    .orderBy('updated_at', 'desc')
    .limit(p.limit),
)

const draftsIn = query((db, p: { agentId: string; ticketNumber: number; limit: number }) =>
  db
    .selectFrom('drafts')
    .select(draftFields)
    .where('agent_id', '=', p.agentId)
    .where('ticket_number', '=', p.ticketNumber)
    .orderBy('updated_at', 'desc')
    .limit(p.limit),
)
