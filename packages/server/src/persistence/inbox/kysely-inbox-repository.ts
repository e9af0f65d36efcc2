import type { Inbox, InboxRepository, Provider } from '@textdesk/core'
import { sql } from 'kysely'
import { pick, query } from '../query.ts'
import { expectOneRow, type QuerySession } from '../query-session.ts'
import { QueriesByFields, RowMemory } from '../row-memory.ts'
import { fromInbox, type InboxRecord, inboxFields, toInbox } from './inbox-row.ts'

export class KyselyInboxRepository implements InboxRepository {
  readonly #session: QuerySession
  /** What the owner sets, and the pause that the provider asks for, may be written at the same moment. */
  readonly #known = new RowMemory<string, InboxRecord>(inboxFields)

  constructor(session: QuerySession) {
    this.#session = session
  }

  async find(id: string): Promise<Inbox | null> {
    return this.#read(await this.#session.first(byId, { id }))
  }

  async findByNumber(provider: Provider, number: string | null): Promise<Inbox | null> {
    return this.#read(await this.#session.first(byNumber, { provider, number: number ?? '' }))
  }

  async hasNumber(number: string): Promise<boolean> {
    return (await this.#session.first(ofNumber, { number })) !== undefined
  }

  async list(): Promise<Inbox[]> {
    const rows = await this.#session.all(everyInbox, {})
    return rows.map((row) => this.#remember(row))
  }

  async add(inbox: Inbox): Promise<boolean> {
    return (await this.#session.run(insert, fromInbox(inbox))) === 1
  }

  async save(inbox: Inbox): Promise<void> {
    const record = fromInbox(inbox)
    const changed = this.#known.changedFields(inbox.id, record)
    if (changed.length === 0) return
    expectOneRow(await this.#session.run(updates.of(changed), record), `inbox ${inbox.id}`)
    this.#known.remember(inbox.id, record)
  }

  #read(row: InboxRecord | undefined): Inbox | null {
    return row ? this.#remember(row) : null
  }

  #remember(row: InboxRecord): Inbox {
    this.#known.remember(row.id, row)
    return toInbox(row)
  }
}

const byId = query((db, p: { id: string }) => db.selectFrom('inboxes').select(inboxFields).where('id', '=', p.id))

const byNumber = query((db, p: { provider: Provider; number: string }) =>
  db
    .selectFrom('inboxes')
    .select(inboxFields)
    .where('provider', '=', p.provider)
    .where(sql<string>`coalesce(number, '')`, '=', p.number)
    .where('twin', '=', 0),
)

const ofNumber = query((db, p: { number: string }) =>
  db.selectFrom('inboxes').select('id').where('number', '=', p.number).limit(1),
)

export const everyInbox = query((db, _: object) =>
  db.selectFrom('inboxes').select(inboxFields).orderBy('created_at').orderBy('id'),
)

const insert = query((db, p: InboxRecord) =>
  db
    .insertInto('inboxes')
    .values(pick(p, inboxFields))
    .onConflict((conflict) => conflict.doNothing()),
)

const updates = new QueriesByFields((fields: readonly (typeof inboxFields)[number][]) =>
  query((db, p: InboxRecord) => db.updateTable('inboxes').set(pick(p, fields)).where('id', '=', p.id)),
)
