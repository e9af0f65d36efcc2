import { type Kysely, sql } from 'kysely'
import { autoNumbered, withoutRowId } from './sqlite-columns.ts'

/** Inboxes, contacts and tickets. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createInboxes(db)
  await createContacts(db)
  await createTickets(db)
  await indexTickets(db)

  await withoutRowId(db.schema.createTable('ticket_reads'))
    .addColumn('agent_id', 'text', (c) => c.notNull())
    .addColumn('ticket_number', 'integer', (c) => c.notNull().references('tickets.number'))
    .addColumn('seen_seq', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('ticket_reads_key', ['agent_id', 'ticket_number'])
    .execute()
}

async function createInboxes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('inboxes')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('number', 'text')
    .addColumn('provider', 'text', (c) => c.notNull())
    .addColumn('is_default', 'integer', (c) => c.notNull())
    .addColumn('confirmation_template', 'text', (c) => c.notNull())
    .addColumn('reopen_hours', 'integer', (c) => c.notNull())
    .addColumn('opt_out_words', 'text', (c) => c.notNull())
    .addColumn('answers_keywords', 'integer', (c) => c.notNull())
    .addColumn('automatic_texts_per_hour', 'integer', (c) => c.notNull())
    .addColumn('paused_until', 'bigint')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('inboxes_number').on('inboxes').column('number').execute()
}

async function createContacts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('contacts')
    .addColumn('row', 'integer', (c) => c.primaryKey())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('name', 'text')
    .addColumn('blocked_at', 'bigint')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('contacts_address', ['address', 'kind'])
    .execute()
  await db.schema
    .createIndex('contacts_named')
    .on('contacts')
    .column('name')
    .where(sql<boolean>`name is not null`)
    .execute()
}

async function createTickets(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tickets')
    .addColumn('number', 'integer', autoNumbered)
    .addColumn('inbox_id', 'text', (c) => c.notNull().references('inboxes.id'))
    .addColumn('contact_id', 'text', (c) => c.notNull().references('contacts.id'))
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('origin', 'text', (c) => c.notNull())
    .addColumn('assignee_id', 'text')
    .addColumn('waiting_since', 'bigint')
    .addColumn('last_seq', 'integer', (c) => c.notNull())
    .addColumn('last_inbound_seq', 'integer', (c) => c.notNull())
    .addColumn('last_direction', 'text')
    .addColumn('last_kind', 'text')
    .addColumn('last_preview', 'text')
    .addColumn('last_at', 'bigint')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('updated_at', 'bigint', (c) => c.notNull())
    .addColumn('closed_at', 'bigint')
    .addColumn('merged_into', 'integer')
    .execute()
}

/** One ticket that is not closed per contact and inbox; and one index per view of the list, in the order of the list. */
async function indexTickets(db: Kysely<unknown>): Promise<void> {
  const notClosed = sql<boolean>`status <> 'closed'`
  const on = (name: string) => db.schema.createIndex(name).on('tickets')
  await on('tickets_current').unique().columns(['contact_id', 'inbox_id']).where(notClosed).execute()
  await on('tickets_past')
    .columns(['contact_id', 'inbox_id', 'closed_at'])
    .where(sql<boolean>`status = 'closed'`)
    .execute()

  await on('tickets_all').columns(['updated_at', 'number']).execute()
  await on('tickets_open').columns(['updated_at', 'number']).where(notClosed).execute()
  await on('tickets_assigned').columns(['assignee_id', 'updated_at', 'number']).where(notClosed).execute()
  await on('tickets_waiting')
    .columns(['waiting_since', 'number'])
    .where(sql<boolean>`waiting_since is not null`)
    .execute()
  await on('tickets_replied')
    .columns(['updated_at', 'number'])
    .where(sql<boolean>`status = 'open' and waiting_since is null`)
    .execute()
  for (const status of ['closed', 'snoozed']) {
    await on(`tickets_${status}`)
      .columns(['updated_at', 'number'])
      .where(sql<boolean>`status = ${sql.lit(status)}`)
      .execute()
  }
}
