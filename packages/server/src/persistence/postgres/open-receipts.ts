import type { Pool } from 'pg'
import { PLAIN_BYTES, ReceiptHasher } from '../receipt-hasher.ts'

/** The step of the first version that keys its hashes. */
const FIRST_KEYED = '0016-corrections'
/** An update is over by then, and so is the way back: no server that knows plain hashes alone is running. */
const UPDATE_MS = 7 * 24 * 3_600_000
const AT_ONCE = 5_000

/** Both hashes are kept while the version before may run; the first start after that turns the plain ones into keyed ones. */
export async function openReceipts(pool: Pool, key: Uint8Array): Promise<ReceiptHasher> {
  const besideOlder = await isRecent(pool)
  const hasher = new ReceiptHasher(key, { besideOlder })
  if (!besideOlder) while ((await keySome(pool, hasher)) === AT_ONCE);
  return hasher
}

async function isRecent(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ recent: boolean }>(
    `select timestamp::timestamptz > now() - $2 * interval '1 millisecond' as recent from kysely_migration where name = $1`,
    [FIRST_KEYED, UPDATE_MS],
  )
  return rows[0]?.recent ?? true
}

/** In one statement, so that a server that is killed loses none. Another server may be at it, too. */
async function keySome(pool: Pool, hasher: ReceiptHasher): Promise<number> {
  const { rows } = await pool.query<{ inbox_id: string; key_hash: Uint8Array }>(
    'select inbox_id, key_hash from inbound_receipts where octet_length(key_hash) = $1 limit $2',
    [PLAIN_BYTES, AT_ONCE],
  )
  const inboxes = rows.map((row) => row.inbox_id)
  const plain = rows.map((row) => row.key_hash)
  await pool.query(
    `with turned as (
       insert into inbound_receipts(inbox_id, key_hash) select * from unnest($1::text[], $3::bytea[]) on conflict do nothing
     )
     delete from inbound_receipts using unnest($1::text[], $2::bytea[]) as old(inbox_id, key_hash)
     where inbound_receipts.inbox_id = old.inbox_id and inbound_receipts.key_hash = old.key_hash`,
    [inboxes, plain, plain.map((hash) => hasher.keyed(hash))],
  )
  return rows.length
}
