import type { Desk, UnitOfWork } from '@textdesk/core'
import { KyselyOutboxRepository } from '../delivery/kysely-outbox-repository.ts'
import { type DeskHashers, openKyselyDesk } from '../kysely-desk.ts'
import { claimRows } from './claim-rows.ts'
import type { Transactions } from './transactions.ts'

/** Read committed: who changes a row has locked it first, and what must be unique is so by constraints. */
export class PostgresUnitOfWork implements UnitOfWork {
  readonly #transactions: Transactions
  readonly #hashers: DeskHashers

  constructor(transactions: Transactions, hashers: DeskHashers) {
    this.#transactions = transactions
    this.#hashers = hashers
  }

  run<T>(work: (desk: Desk) => Promise<T>): Promise<T> {
    return this.#transactions.run((session) => {
      const outbox = new KyselyOutboxRepository(session, claimRows)
      return work(openKyselyDesk(session, { changes: session, outbox, hashers: this.#hashers }))
    })
  }
}
