import type { Kysely } from 'kysely'
import { withoutRowId } from '../sqlite-columns.ts'

/** What phones say of our texts, as marks on them; and whether thanks leave a closed ticket closed. */
export async function marks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('inboxes')
    .addColumn('thanks_stay_closed', 'integer', (c) => c.notNull().defaultTo(1))
    .execute()

  await db.schema.alterTable('messages').addColumn('reaction', 'text').execute()
  await db.schema.alterTable('messages').addColumn('reacted_at', 'bigint').execute()
  // The texts as they came. Those to one message lie together and go with it.
  await withoutRowId(db.schema.createTable('reactions'))
    .addColumn('message_id', 'text', (c) => c.notNull().references('messages.id').onDelete('cascade'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('inbox_id', 'text', (c) => c.notNull())
    .addColumn('contact_id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('emoji', 'text', (c) => c.notNull())
    .addColumn('removes', 'integer', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('arrival', 'text', (c) => c.notNull())
    .addColumn('sent_at', 'bigint')
    .addColumn('arrival_id', 'text')
    .addPrimaryKeyConstraint('reactions_key', ['message_id', 'id'])
    .execute()
  await db.schema.createIndex('reactions_contact').on('reactions').columns(['contact_id', 'at']).execute()
}
