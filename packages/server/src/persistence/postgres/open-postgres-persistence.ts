import { randomUUID } from 'node:crypto'
import { AddressHasher } from '../address-hasher.ts'
import { KyselyDeskQueries } from '../kysely-desk-queries.ts'
import type { Persistence } from '../persistence.ts'
import { SearchIndexer } from '../search/search-indexer.ts'
import { KyselyTicketQueries } from '../ticket/kysely-ticket-queries.ts'
import { KyselyWorkspaceQueries } from '../workspace/kysely-workspace-queries.ts'
import { readOrMakeKey } from './desk-key.ts'
import { refuseHalfMovedDesk } from './half-moved.ts'
import { indexNextRows } from './index-next-rows.ts'
import { migrate } from './migrate.ts'
import { openPool } from './open-pool.ts'
import { openReceipts } from './open-receipts.ts'
import { PostgresChangeFeed } from './postgres-change-feed.ts'
import { PostgresListener } from './postgres-listener.ts'
import { PostgresPeers } from './postgres-peers.ts'
import { PostgresReadSession } from './postgres-read-session.ts'
import { PostgresStorage } from './postgres-storage.ts'
import { PostgresSystemQueries } from './postgres-system-queries.ts'
import { PostgresTicketSearch } from './postgres-ticket-search.ts'
import { PostgresUnitOfWork } from './postgres-unit-of-work.ts'
import { refuseSharedSessions } from './refuse-shared-sessions.ts'
import { Transactions } from './transactions.ts'

interface PostgresPersistenceOptions {
  /** `postgres://user:password@host:port/database` */
  readonly connectionString: string
  readonly warn: (message: string, error?: unknown) => void
}

const CONNECTIONS = 16

export async function openPostgresPersistence(options: PostgresPersistenceOptions): Promise<Persistence> {
  const { connectionString, warn } = options
  const pool = openPool({ connectionString, connections: CONNECTIONS, warn })
  const listener = new PostgresListener({ connectionString, warn })
  const server = randomUUID()
  const changeFeed = new PostgresChangeFeed({ listener, server, warn })
  const peers = new PostgresPeers({ listener, pool, server })
  try {
    await refuseSharedSessions(pool)
    await bringUpToDate(options)
    const key = await readOrMakeKey(pool, 'opt-outs')
    const hasher = new AddressHasher(key)
    const receipts = await openReceipts(pool, key)
    await listener.start()
    const session = new PostgresReadSession(pool)
    const transactions = new Transactions({ pool, server, warn, publish: (changes) => changeFeed.publish(changes) })
    const searchIndexer = new SearchIndexer({ step: () => transactions.run(indexNextRows), changeFeed, warn })
    return {
      unitOfWork: new PostgresUnitOfWork(transactions, { addresses: hasher, receipts }),
      ticketQueries: new KyselyTicketQueries({ session, search: new PostgresTicketSearch(), hasher }),
      deskQueries: new KyselyDeskQueries({ session, hasher }),
      systemQueries: new PostgresSystemQueries(session),
      workspaceQueries: new KyselyWorkspaceQueries({ session }),
      // Removed rows stay in PostgreSQL's files until it vacuums, and in its backups: that is its keeper's business.
      shredder: { shred: async () => {} },
      changeFeed,
      peers,
      storage: new PostgresStorage(pool),
      start: () => searchIndexer.start(),
      settleSearch: () => searchIndexer.catchUp(),
      isHealthy: () => transactions.run(async () => true).catch(() => false),
      close: async () => {
        await searchIndexer.stop()
        await listener.close()
        await pool.end()
      },
    }
  } catch (error) {
    await listener.close()
    await pool.end()
    throw error
  }
}

/** Over connections of its own: a step may take longer than anybody would wait for an answer. */
async function bringUpToDate({ connectionString, warn }: PostgresPersistenceOptions): Promise<void> {
  const pool = openPool({ connectionString, connections: 2, warn, unhurried: true })
  try {
    await migrate(pool)
    await refuseHalfMovedDesk(pool)
  } finally {
    await pool.end()
  }
}
