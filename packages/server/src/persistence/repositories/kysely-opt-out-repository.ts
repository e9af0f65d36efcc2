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
    return (await this.#session.first(byKey, { inboxId, hmac: this.#hasher.hash(address) })) ?? null
  }

  async add(inboxId: string, address: Address, optOut: OptOut): Promise<boolean> {
    const entry = { inboxId, hmac: this.#hasher.hash(address), at: optOut.at, source: optOut.source }
    return (await this.#session.run(insert, entry)) === 1
  }

  async remove(inboxId: string, address: Address): Promise<boolean> {
    return (await this.#session.run(remove, { inboxId, hmac: this.#hasher.hash(address) })) === 1
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
