import type { Desk, UnitOfWork } from '@textdesk/core'
import { KyselyOutboxRepository } from '../delivery/kysely-outbox-repository.ts'
import { type DeskHashers, openKyselyDesk } from '../kysely-desk.ts'
import { claimRows } from './claim-rows.ts'
import type { GroupCommit } from './group-commit.ts'

/** One connection writes; units of work that arrive together share a transaction and its fsync. */
export class SqliteUnitOfWork implements UnitOfWork {
  readonly #commits: GroupCommit
  readonly #hashers: DeskHashers

  constructor(commits: GroupCommit, hashers: DeskHashers) {
    this.#commits = commits
    this.#hashers = hashers
  }

  run<T>(work: (desk: Desk) => Promise<T>): Promise<T> {
    return this.#commits.run((session) => {
      const outbox = new KyselyOutboxRepository(session, claimRows)
      return work(openKyselyDesk(session, { changes: session, outbox, hashers: this.#hashers }))
    })
  }
}
