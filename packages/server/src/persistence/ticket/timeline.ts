import type { AgentRef, Page, TimelineItem } from '@textdesk/core'
import { toMessage } from '../message/message-row.ts'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'
import { readCursor, writeCursor } from './cursor.ts'

type Reader = Pick<QuerySession, 'all' | 'first'>

/** The newest page before the cursor, oldest item first. Messages and activity share their numbering. */
export async function readTimeline(
  session: Reader,
  number: number,
  cursor: string | null,
  limit: number,
): Promise<Page<TimelineItem> | null> {
  if (!(await session.first(ticketExists, { number }))) return null
  const before = readCursor(cursor, 1)?.[0] ?? Number.MAX_SAFE_INTEGER
  const found = await newestBefore(session, { number, before, limit: limit + 1 })
  const items = found.slice(0, limit).toReversed()
  const oldest = items[0]
  return { items, nextCursor: oldest && found.length > limit ? writeCursor([seqOf(oldest)]) : null }
}

interface TimelineInput {
  readonly number: number
  readonly before: number
  readonly limit: number
}

async function newestBefore(session: Reader, input: TimelineInput): Promise<TimelineItem[]> {
  const agents = new AgentRefs(session)
  const items: TimelineItem[] = []
  for (const row of await session.all(messagesBefore, input)) {
    items.push({ type: 'message', message: toMessage(row), author: await agents.of(row.author_id) })
  }
  for (const activity of await session.all(activityBefore, input)) {
    const assignee = activity.what === 'assigned' ? await agents.of(activity.detail) : null
    items.push({ type: 'activity', activity, actor: await agents.of(activity.actorId), assignee })
  }
  return items.sort((a, b) => seqOf(b) - seqOf(a)).slice(0, input.limit)
}

/** A thread has few authors: each is looked up once. */
class AgentRefs {
  readonly #session: Reader
  readonly #known = new Map<string, AgentRef | null>()

  constructor(session: Reader) {
    this.#session = session
  }

  async of(id: string | null): Promise<AgentRef | null> {
    if (id === null) return null
    const known = this.#known.get(id)
    if (known !== undefined) return known
    const found = (await this.#session.first(agentRef, { id })) ?? null
    this.#known.set(id, found)
    return found
  }
}

function seqOf(item: TimelineItem): number {
  return item.type === 'message' ? item.message.seq : item.activity.seq
}

const ticketExists = query((db, p: { number: number }) =>
  db.selectFrom('tickets').select('number').where('number', '=', p.number),
)

const messagesBefore = query((db, p: TimelineInput) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where('ticket_number', '=', p.number)
    .where('seq', '<', p.before)
    .orderBy('seq', 'desc')
    .limit(p.limit),
)

const activityBefore = query((db, p: TimelineInput) =>
  db
    .selectFrom('activity')
    .select(['id', 'ticket_number as ticketNumber', 'seq', 'at', 'actor_id as actorId', 'what', 'detail'])
    .where('ticket_number', '=', p.number)
    .where('seq', '<', p.before)
    .orderBy('seq', 'desc')
    .limit(p.limit),
)

const agentRef = query((db, p: { id: string }) => db.selectFrom('agents').select(['id', 'name']).where('id', '=', p.id))
