import { type Kysely, sql } from 'kysely'

/**
 * Expired texts need an agent like failed ones, and have an index with them. The old one, `messages_unsettled`, is for the
 * version before, and goes with the next release.
 */
export async function unsettled(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('messages_in_doubt')
    .on('messages')
    .columns(['ticket_number'])
    .where(sql<boolean>`kind = 'sms' and settled_at is null and delivery_state in ('uncertain', 'expired', 'failed')`)
    .execute()
  await settleClosed(db)
}

/** Closing dealt with all but these, which nobody was ever asked about: they would come back from years ago. */
async function settleClosed(db: Kysely<unknown>): Promise<void> {
  const closedAt = sql`select closed_at from tickets where number = messages.ticket_number and status = 'closed'`
  await sql`
    update messages set settled_at = (${closedAt})
    where kind = 'sms' and settled_at is null and delivery_state in ('uncertain', 'expired', 'failed')
      and delivery_state = 'expired' and exists (${closedAt})
  `.execute(db)
}
