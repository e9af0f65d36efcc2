import { type Kysely, sql } from 'kysely'
import { withoutRowId } from './sqlite-columns.ts'

/** What happened to each outgoing text: every attempt, every report, who settled it. Reports that came first wait for their message. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tellMoreOfReports(db)
  await holdReports(db)

  // The attempts of one text lie together and go with it.
  await withoutRowId(db.schema.createTable('delivery_attempts'))
    .addColumn('message_id', 'text', (c) => c.notNull().references('messages.id').onDelete('cascade'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('began_at', 'bigint', (c) => c.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('outcome', 'text')
    .addColumn('reason', 'text')
    .addColumn('detail', 'text')
    .addPrimaryKeyConstraint('delivery_attempts_key', ['message_id', 'number'])
    .execute()

  await db.schema.alterTable('messages').addColumn('settled_by', 'text').execute()
  await db.schema.alterTable('messages').addColumn('rescues', 'integer').execute()
}

async function tellMoreOfReports(db: Kysely<unknown>): Promise<void> {
  const reports = db.schema.alterTable('delivery_reports')
  await reports.addColumn('state', 'text', (c) => c.notNull().defaultTo('accepted')).execute()
  await reports.addColumn('reason', 'text').execute()
  await reports.addColumn('detail', 'text').execute()
  await sql`update delivery_reports set state = case status
    when 'scheduled' then 'provider-scheduled'
    when 'delivery_failed' then 'failed'
    else status end
    where status in ('scheduled', 'sent', 'buffered', 'expired', 'delivered', 'delivery_failed')`.execute(db)
}

/** `held_for` names the provider while a report has no message; what is said of the customer goes with the hold. */
async function holdReports(db: Kysely<unknown>): Promise<void> {
  const reports = db.schema.alterTable('delivery_reports')
  await reports.addColumn('held_for', 'text').execute()
  await reports.addColumn('recipient', 'text').execute()
  await reports.addColumn('opts_out', 'integer', (c) => c.notNull().defaultTo(0)).execute()
  const on = (name: string) => db.schema.createIndex(name).on('delivery_reports')
  const isHeld = sql<boolean>`held_for is not null`
  await on('delivery_reports_held').columns(['at', 'row', 'held_for']).where(isHeld).execute()
  await on('delivery_reports_held_id').column('id').where(isHeld).execute()
  await on('delivery_reports_held_reference').column('reference').where(isHeld).execute()
  await on('delivery_reports_held_provider_id').column('provider_message_id').where(isHeld).execute()
}
