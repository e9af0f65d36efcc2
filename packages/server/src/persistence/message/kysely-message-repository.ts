import type { Message, MessageRepository } from '@textdesk/core'
import { pick, query } from '../query.ts'
import { expectOneRow, type QuerySession } from '../query-session.ts'
import { QueriesByFields, RowMemory } from '../row-memory.ts'
import { KyselyMessageHistory } from './kysely-message-history.ts'
import { fromMessage, type MessageRecord, messageFields, type NewMessageRecord, toMessage } from './message-row.ts'

export class KyselyMessageRepository implements MessageRepository {
  readonly history: KyselyMessageHistory
  readonly #session: QuerySession
  readonly #known = new RowMemory<string, NewMessageRecord>(messageFields)

  constructor(session: QuerySession) {
    this.history = new KyselyMessageHistory(session)
    this.#session = session
  }

  async find(id: string): Promise<Message | null> {
    return this.#read(await this.#session.first(byId, { id }))
  }

  async add(message: Message): Promise<void> {
    const record = fromMessage(message)
    await this.#session.run(insert, record)
    this.#known.remember(message.id, record)
  }

  async save(message: Message): Promise<void> {
    const record = fromMessage(message)
    const changed = this.#known.changedFields(message.id, record)
    if (changed.length === 0) return
    expectOneRow(await this.#session.run(updates.of(changed), record), `message ${message.id}`)
    this.#known.remember(message.id, record)
  }

  async findByIdempotencyKey(authorId: string, key: string): Promise<Message | null> {
    return this.#read(await this.#session.first(byIdempotencyKey, { authorId, key }))
  }

  #read(row: MessageRecord | undefined): Message | null {
    if (!row) return null
    this.#known.remember(row.id, row)
    return toMessage(row)
  }
}

const byId = query((db, p: { id: string }) => db.selectFrom('messages').selectAll().where('id', '=', p.id).forUpdate())

const insert = query((db, p: NewMessageRecord) => db.insertInto('messages').values(pick(p, messageFields)))

const updates = new QueriesByFields((fields: readonly (typeof messageFields)[number][]) =>
  query((db, p: NewMessageRecord) => db.updateTable('messages').set(pick(p, fields)).where('id', '=', p.id)),
)

const byIdempotencyKey = query((db, p: { authorId: string; key: string }) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where('author_id', '=', p.authorId)
    .where('idempotency_key', '=', p.key)
    .where('idempotency_key', 'is not', null),
)
