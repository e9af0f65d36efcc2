import type { Storage, StorageUse } from '@textdesk/core'
import type { Pool } from 'pg'

/** The database's size as its server tells it; that machine's disk is its keeper's to watch. */
export class PostgresStorage implements Storage {
  readonly #pool: Pool

  constructor(pool: Pool) {
    this.#pool = pool
  }

  async read(): Promise<StorageUse> {
    const { rows } = await this.#pool.query<{ bytes: number }>(SIZE)
    return { databaseBytes: rows[0]?.bytes ?? 0, disk: null }
  }
}

const SIZE = 'select pg_database_size(current_database()) as bytes'
