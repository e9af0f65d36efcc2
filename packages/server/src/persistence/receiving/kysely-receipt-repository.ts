import type { ReceiptRepository } from '@textdesk/core'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'
import type { ReceiptHasher } from '../receipt-hasher.ts'

/** Forgetting goes in steps, because nothing else is written meanwhile. What is left goes with the next call. */
const FORGET_AT_ONCE = 5_000

export class KyselyReceiptRepository implements ReceiptRepository {
  readonly #session: QuerySession
  readonly #hasher: ReceiptHasher

  constructor(session: QuerySession, hasher: ReceiptHasher) {
    this.#session = session
    this.#hasher = hasher
  }

  async claimText(inboxId: string, key: string): Promise<boolean> {
    const plain = this.#hasher.plain(key)
    const keyed = this.#hasher.keyed(plain)
    if (!this.#hasher.besideOlder) return (await this.#session.run(claimText, { inboxId, keyHash: keyed })) === 1
    return (await this.#session.run(claimTextTwice, { inboxId, keyHash: keyed, plainHash: plain })) === 2
  }

  async claimSignature(jti: string, expiresAt: number): Promise<boolean> {
    return (await this.#session.run(claimSignature, { jti, expiresAt })) === 1
  }

  async forgetSignatures(expiredBefore: number): Promise<void> {
    await this.#session.run(forgetSignatures, { expiredBefore })
  }
}

const claimText = query((db, p: { inboxId: string; keyHash: Uint8Array }) =>
  db
    .insertInto('inbound_receipts')
    .values({ inbox_id: p.inboxId, key_hash: p.keyHash })
    .onConflict((conflict) => conflict.doNothing()),
)

/** Whoever knows one of the two finds the text taken. */
const claimTextTwice = query((db, p: { inboxId: string; keyHash: Uint8Array; plainHash: Uint8Array }) =>
  db
    .insertInto('inbound_receipts')
    .values([
      { inbox_id: p.inboxId, key_hash: p.plainHash },
      { inbox_id: p.inboxId, key_hash: p.keyHash },
    ])
    .onConflict((conflict) => conflict.doNothing()),
)

const claimSignature = query((db, p: { jti: string; expiresAt: number }) =>
  db
    .insertInto('signature_ids')
    .values({ jti: p.jti, expires_at: p.expiresAt })
    .onConflict((conflict) => conflict.doNothing()),
)

const forgetSignatures = query((db, p: { expiredBefore: number }) =>
  db
    .deleteFrom('signature_ids')
    .where('jti', 'in', (eb) =>
      eb
        .selectFrom('signature_ids')
        .select('jti')
        .where('expires_at', '<', p.expiredBefore)
        .orderBy('expires_at')
        .limit(FORGET_AT_ONCE),
    ),
)
