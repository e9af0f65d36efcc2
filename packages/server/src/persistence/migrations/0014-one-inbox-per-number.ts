import { type Kysely, sql } from 'kysely'

/**
 * One inbox for each number of a provider, and one for its texts to numbers nobody knows. Two servers that made an empty desk
 * together may have made two: the one in use is kept, and another one in use as well goes on with the tickets that it has.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('inboxes')
    .addColumn('twin', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await sql`update inboxes set twin = 1 where exists (select 1 from inboxes as other
    where ${isSameNumber} and ${rankOf('other')} < ${rankOf('inboxes')})`.execute(db)
  await removeUnused(db)
  await db.schema
    .createIndex('inboxes_one_per_number')
    .unique()
    .on('inboxes')
    .column('provider')
    .expression(sql`coalesce(number, '')`)
    .where(sql<boolean>`twin = 0`)
    .execute()
}

/** But who opted out of it has opted out. */
async function removeUnused(db: Kysely<unknown>): Promise<void> {
  await sql`insert into opt_outs(address_hmac, inbox_id, at, source)
    select opt_outs.address_hmac, other.id, min(opt_outs.at), min(opt_outs.source)
    from opt_outs join inboxes on inboxes.id = opt_outs.inbox_id
      join inboxes as other on other.twin = 0 and ${isSameNumber}
    where inboxes.twin = 1 group by opt_outs.address_hmac, other.id
    on conflict do nothing`.execute(db)
  await sql`delete from inboxes where twin = 1 and not ${hasTickets('inboxes')}`.execute(db)
}

const isSameNumber = sql`other.provider = inboxes.provider and coalesce(other.number, '') = coalesce(inboxes.number, '')`

/** In use before not in use, then the older one. */
function rankOf(table: string) {
  const at = (column: string) => sql.ref(`${table}.${column}`)
  return sql`(case when ${hasTickets(table)} then 0 else 1 end, ${at('created_at')}, ${at('id')})`
}

function hasTickets(table: string) {
  return sql`exists (select 1 from tickets where tickets.inbox_id = ${sql.ref(`${table}.id`)})`
}
