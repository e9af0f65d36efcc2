import type { Database } from 'better-sqlite3'
import { PLAIN_BYTES, type ReceiptHasher } from '../../receipt-hasher.ts'

const AT_ONCE = 20_000

/** Turns what an earlier version kept, all of it before this one takes a text. */
export function keyReceipts(db: Database, hasher: ReceiptHasher): void {
  const find = db.prepare<[number, number], { inbox: string; plain: Uint8Array }>(
    'select inbox_id as inbox, key_hash as plain from inbound_receipts where length(key_hash) = ? limit ?',
  )
  const add = db.prepare('insert or ignore into inbound_receipts(inbox_id, key_hash) values (?, ?)')
  const remove = db.prepare('delete from inbound_receipts where inbox_id = ? and key_hash = ?')
  const turn = db.transaction(() => {
    const found = find.all(PLAIN_BYTES, AT_ONCE)
    for (const { inbox, plain } of found) {
      add.run(inbox, hasher.keyed(plain))
      remove.run(inbox, plain)
    }
    return found.length
  })
  while (turn() === AT_ONCE);
}
