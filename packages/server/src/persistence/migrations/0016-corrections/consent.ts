import { type Kysely, sql } from 'kysely'
import { renewDefaultWords } from './default-words.ts'

/** Who an inbox says it is, what it answers to STOP, START and HELP, and who may want no more texts. */
export async function consent(db: Kysely<unknown>): Promise<void> {
  for (const column of ['language', 'company', 'help_contact', 'opt_out_text', 'opt_in_text', 'help_text'])
    await db.schema.alterTable('inboxes').addColumn(column, 'text').execute()
  await db.schema.alterTable('messages').addColumn('keyword', 'text').execute()
  await db.schema.alterTable('tickets').addColumn('stop_asked_at', 'bigint').execute()
  await renewDefaultWords(db)
  await endVainWaits(db)
}

/**
 * Who cannot be answered waits for nobody. Opt-outs are kept by keyed hashes, which SQL cannot make, so that the ticket's own
 * lines tell: the last that speaks of it says that they opted out.
 */
async function endVainWaits(db: Kysely<unknown>): Promise<void> {
  await sql`
    update tickets set waiting_since = null
    where waiting_since is not null and status <> 'closed' and (
      inbox_id in (select id from inboxes where number is null)
      or contact_id in (select id from contacts where kind <> 'phone' or blocked_at is not null)
      or (
        select what from activity
        where activity.ticket_number = tickets.number
          and (what in ('opted-out', 'opted-in') or (what = 'confirmation-withheld' and detail = 'opted-out'))
        order by seq desc limit 1
      ) <> 'opted-in'
    )`.execute(db)
}
