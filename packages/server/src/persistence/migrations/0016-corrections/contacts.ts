import { type Kysely, sql } from 'kysely'

/**
 * One contact for all spellings of a number. Where there are two of them already, both keep their tickets and texts, since an
 * older version may be writing to either at this moment; what comes from now on joins one: that with an open ticket, else the
 * one used last.
 */
export async function contacts(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('contacts').addColumn('identity', 'text').execute()
  await db.schema.alterTable('contacts').addColumn('writes_from', 'text').execute()
  await sql`update contacts set identity = ${shortest} where ${hasTwoSpellings} and not exists (
    select 1 from contacts as other where other.kind = 'phone' and other.address = ${otherSpelling}
      and ${rankOf('other')} < ${rankOf('contacts')}
  )`.execute(db)
  await db.schema
    .createIndex('contacts_identity')
    .unique()
    .on('contacts')
    .column('identity')
    .where(sql<boolean>`identity is not null`)
    .execute()
}

/** Argentina and Mexico: 13 characters, or 14 with the 9 or the 1 after the country's code. */
const hasTwoSpellings = sql<boolean>`contacts.kind = 'phone' and (
  (length(contacts.address) = 13 and substr(contacts.address, 1, 3) = '+54' and substr(contacts.address, 4, 1) in ('1', '2', '3')) or
  (length(contacts.address) = 14 and substr(contacts.address, 1, 4) = '+549' and substr(contacts.address, 5, 1) in ('1', '2', '3')) or
  (length(contacts.address) = 13 and substr(contacts.address, 1, 3) = '+52' and substr(contacts.address, 4, 1) not in ('0', '1')) or
  (length(contacts.address) = 14 and substr(contacts.address, 1, 4) = '+521' and substr(contacts.address, 5, 1) not in ('0', '1'))
)`

const shortest = sql`case length(contacts.address) when 13 then contacts.address
  else substr(contacts.address, 1, 3) || substr(contacts.address, 5) end`

const otherSpelling = sql`case when length(contacts.address) = 14
    then substr(contacts.address, 1, 3) || substr(contacts.address, 5)
  else substr(contacts.address, 1, 3)
    || case substr(contacts.address, 1, 3) when '+54' then '9' else '1' end || substr(contacts.address, 4) end`

function rankOf(table: string) {
  const id = sql.ref(`${table}.id`)
  return sql`(
    case when exists (select 1 from tickets where contact_id = ${id} and status <> 'closed') then 0 else 1 end,
    -coalesce((select max(updated_at) from tickets where contact_id = ${id}), 0), ${id})`
}
