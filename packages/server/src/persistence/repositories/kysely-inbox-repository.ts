import type { Inbox, InboxRepository } from '@textdesk/core'
import { pick, query } from '../query.ts'
import { expectOneRow, type QuerySession } from '../query-session.ts'
import { fromInbox, type InboxRecord, inboxFields, toInbox } from '../rows/inbox-row.ts'

export class KyselyInboxRepository implements InboxRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async find(id: string): Promise<Inbox | null> {
    const row = await this.#session.first(byId, { id })
    return row ? toInbox(row) : null
  }

  async findByNumber(number: string): Promise<Inbox | null> {
    const row = await this.#session.first(byNumber, { number })
    return row ? toInbox(row) : null
  }

  async list(): Promise<Inbox[]> {
    const rows = await this.#session.all(everyInbox, {})
    return rows.map(toInbox)
  }

  async add(inbox: Inbox): Promise<void> {
    await this.#session.run(insert, fromInbox(inbox))
  }

  async save(inbox: Inbox): Promise<void> {
    expectOneRow(await this.#session.run(update, fromInbox(inbox)), `inbox ${inbox.id}`)
  }
}

const byId = query((db, p: { id: string }) => db.selectFrom('inboxes').selectAll().where('id', '=', p.id))

const byNumber = query((db, p: { number: string }) =>
  db.selectFrom('inboxes').selectAll().where('number', '=', p.number).limit(1),
)

export const everyInbox = query((db, _: object) =>
  db.selectFrom('inboxes').selectAll().orderBy('created_at').orderBy('id'),
)

const insert = query((db, p: InboxRecord) => db.insertInto('inboxes').values(pick(p, inboxFields)))

const update = query((db, p: InboxRecord) => db.updateTable('inboxes').set(pick(p, inboxFields)).where('id', '=', p.id))
