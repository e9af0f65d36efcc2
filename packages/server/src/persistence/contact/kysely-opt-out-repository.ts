import type { Address, OptOut, OptOutRepository } from '@textdesk/core'
import type { AddressHasher } from '../address-hasher.ts'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'

export class KyselyOptOutRepository implements OptOutRepository {
  readonly #session: QuerySession
  readonly #hasher: AddressHasher

  constructor(session: QuerySession, hasher: AddressHasher) {
    this.#session = session
    this.#hasher = hasher
  }

  async find(inboxId: string, address: Address): Promise<OptOut | null> {
    for (const hmac of this.#hasher.hashes(address)) {
      const found = await this.#session.first(byKey, { inboxId, hmac })
      if (found) return found
    }
    return null
  }

  async add(inboxId: string, address: Address, optOut: OptOut): Promise<boolean> {
    if (await this.find(inboxId, address)) return false
    let added = 0
    // Under every spelling: a version that knows of one only finds it as well.
    for (const hmac of this.#hasher.hashes(address)) {
      added += await this.#session.run(insert, { inboxId, hmac, at: optOut.at, source: optOut.source })
    }
    return added > 0
  }

  async remove(inboxId: string, address: Address): Promise<boolean> {
    let removed = 0
    for (const hmac of this.#hasher.hashes(address)) removed += await this.#session.run(remove, { inboxId, hmac })
    return removed > 0
  }
}

interface Key {
  inboxId: string
  hmac: Uint8Array
}

const byKey = query((db, p: Key) =>
  db
    .selectFrom('opt_outs')
    .select(['at', 'source'])
    .where('address_hmac', '=', p.hmac)
    .where('inbox_id', '=', p.inboxId),
)

const insert = query((db, p: Key & OptOut) =>
  db
    .insertInto('opt_outs')
    .values({ inbox_id: p.inboxId, address_hmac: p.hmac, at: p.at, source: p.source })
    .onConflict((conflict) => conflict.doNothing()),
)

const remove = query((db, p: Key) =>
  db.deleteFrom('opt_outs').where('address_hmac', '=', p.hmac).where('inbox_id', '=', p.inboxId),
)
