import { hash } from 'node:crypto'
import type { ReceiptRepository } from '@textdesk/core'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'

/** Forgetting goes in steps, because nothing else is written meanwhile. What is left goes with the next call. */
const FORGET_AT_ONCE = 5_000

export class KyselyReceiptRepository implements ReceiptRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async claimText(inboxId: string, key: string): Promise<boolean> {
    return (await this.#session.run(claimText, { inboxId, keyHash: hash('sha256', key, 'buffer') })) === 1
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
