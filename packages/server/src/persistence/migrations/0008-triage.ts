import { type Kysely, sql } from 'kysely'
import { withoutRowId } from './sqlite-columns.ts'

/** Tags and snoozing. A snoozed ticket leaves the line of those who wait. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('tickets')
    .addColumn('tags', 'text', (c) => c.notNull().defaultTo('[]'))
    .execute()
  await db.schema.alterTable('tickets').addColumn('snoozed_until', 'bigint').execute()
  await indexTickets(db)
  await createTicketTags(db)
}

async function indexTickets(db: Kysely<unknown>): Promise<void> {
  const on = (name: string) => db.schema.createIndex(name).on('tickets')
  await on('tickets_wake').columns(['snoozed_until', 'number']).where(sql<boolean>`status = 'snoozed'`).execute()
  await on('tickets_contact').column('contact_id').execute()
  await db.schema.dropIndex('tickets_waiting').execute()
  await on('tickets_waiting')
    .columns(['waiting_since', 'number'])
    .where(sql<boolean>`status = 'open' and waiting_since is not null`)
    .execute()
}

/** Repeats the tags of tickets and when these were last active: the list of one tag is read in its order. */
async function createTicketTags(db: Kysely<unknown>): Promise<void> {
  await withoutRowId(db.schema.createTable('ticket_tags'))
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('updated_at', 'bigint', (c) => c.notNull())
    .addColumn('ticket_number', 'integer', (c) => c.notNull().references('tickets.number').onDelete('cascade'))
    .addColumn('tag', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('ticket_tags_key', ['key', 'updated_at', 'ticket_number'])
    .execute()
  await db.schema
    .createIndex('ticket_tags_ticket')
    .unique()
    .on('ticket_tags')
    .columns(['ticket_number', 'key'])
    .execute()
}
