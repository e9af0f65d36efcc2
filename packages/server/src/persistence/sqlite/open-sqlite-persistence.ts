import { dirname } from 'node:path'
import type { Database } from 'better-sqlite3'
import { AddressHasher } from '../address-hasher.ts'
import { InProcessChangeFeed } from '../in-process-change-feed.ts'
import type { DeskHashers } from '../kysely-desk.ts'
import { KyselyDeskQueries } from '../kysely-desk-queries.ts'
import type { Persistence } from '../persistence.ts'
import { ReceiptHasher } from '../receipt-hasher.ts'
import { SearchIndexer } from '../search/search-indexer.ts'
import { KyselyTicketQueries } from '../ticket/kysely-ticket-queries.ts'
import { KyselyWorkspaceQueries } from '../workspace/kysely-workspace-queries.ts'
import { assertDurable, openReader, openWriter, stopWaiting } from './connections.ts'
import { readOrMakeKey } from './desk-key.ts'
import { DeskInUseError, lockDesk } from './desk-lock.ts'
import { FileStorage } from './file-storage.ts'
import { keyReceipts } from './files/key-receipts.ts'
import { keepToOwner, makePrivateFile, makePrivateFolder } from './files/private-files.ts'
import { refusalOf } from './files/refusal-of.ts'
import { requireDeskPlace, requireDeskThere } from './files/require-desk-place.ts'
import { removeDatabase, unfinishedDatabase } from './files/unfinished.ts'
import { FtsTicketSearch } from './fts-ticket-search.ts'
import { BATCH_LIMIT, GroupCommit } from './group-commit.ts'
import { indexNextRows } from './index-next-rows.ts'
import { migrate, refuseNewerDatabase } from './migrate.ts'
import { SqliteReadSession } from './sqlite-read-session.ts'
import { SqliteShredder } from './sqlite-shredder.ts'
import { SqliteStatements } from './sqlite-statements.ts'
import { SqliteSystemQueries } from './sqlite-system-queries.ts'
import { SqliteUnitOfWork } from './sqlite-unit-of-work.ts'
import { WriteProbe } from './write-probe.ts'

interface SqlitePersistenceOptions {
  /** Made, with its folder, when there is none. */
  readonly file: string
  readonly warn: (message: string, error?: unknown) => void
  /** Units of work per transaction; 1 gives each its own fsync. */
  readonly batchLimit?: number
  /** For the command line: it does its one thing even while the desk runs, and then migrates nothing. */
  readonly besideRunningDesk?: boolean
}

export interface SqlitePersistence extends Persistence {
  readonly searchIndexer: SearchIndexer
  /** Moves the log into the database and empties it, as far as nobody reads it. */
  checkpoint(): void
}

/** @throws StorageRefusal, DeskInUseError, DatabaseTooNewError. Nothing is changed then. */
export async function openSqlitePersistence(options: SqlitePersistenceOptions): Promise<SqlitePersistence> {
  try {
    return await open(options)
  } catch (error) {
    throw refusalOf(error, options.file)
  }
}

async function open(options: SqlitePersistenceOptions): Promise<SqlitePersistence> {
  const { file, warn, batchLimit = BATCH_LIMIT, besideRunningDesk = false } = options
  if (besideRunningDesk) requireDeskThere(file)
  makePrivateFolder(dirname(file))
  const lock = besideRunningDesk ? lockUnlessInUse(file) : lockDesk(file)
  const opened: Array<{ close(): void }> = [{ close: () => lock?.release() }]
  const closeAll = () => {
    for (const each of opened.toReversed()) each.close()
  }
  try {
    preparePlace(file, lock !== null)
    const writer = openWriter(file)
    opened.push(writer)
    if (lock) await migrate(writer)
    const hashers = hashersOf(readOrMakeKey(writer, 'opt-outs'))
    if (lock) keyReceipts(writer, hashers.receipts)
    assertDurable(writer)
    stopWaiting(writer)
    const reader = openReader(file)
    opened.push(reader)
    return assemble({ file, writer, reader, hashers, warn, batchLimit, closeAll })
  } catch (error) {
    closeAll()
    throw error
  }
}

/** `isAlone`: nobody else uses the place. */
function preparePlace(file: string, isAlone: boolean): void {
  requireDeskPlace(file)
  refuseNewerDatabase(file)
  if (isAlone) removeDatabase(unfinishedDatabase(file))
  makePrivateFile(file)
  keepToOwner(file)
}

function hashersOf(key: Uint8Array): DeskHashers {
  return { addresses: new AddressHasher(key), receipts: new ReceiptHasher(key, { besideOlder: false }) }
}

function lockUnlessInUse(file: string): ReturnType<typeof lockDesk> | null {
  try {
    return lockDesk(file)
  } catch (error) {
    if (error instanceof DeskInUseError) return null
    throw error
  }
}

interface Parts {
  readonly file: string
  readonly writer: Database
  readonly reader: Database
  readonly hashers: DeskHashers
  readonly warn: SqlitePersistenceOptions['warn']
  readonly batchLimit: number
  readonly closeAll: () => void
}

function assemble({ file, writer, reader, hashers, warn, batchLimit, closeAll }: Parts): SqlitePersistence {
  const changeFeed = new InProcessChangeFeed(warn)
  const commits = new GroupCommit({
    db: writer,
    statements: new SqliteStatements(writer),
    batchLimit,
    warn,
    publish: (changes) => changeFeed.publish(changes),
  })
  const session = new SqliteReadSession(new SqliteStatements(reader))
  const searchIndexer = new SearchIndexer({ step: () => commits.run(indexNextRows), changeFeed, warn })
  const probe = new WriteProbe(commits)
  return {
    unitOfWork: new SqliteUnitOfWork(commits, hashers),
    ticketQueries: new KyselyTicketQueries({ session, search: new FtsTicketSearch(), hasher: hashers.addresses }),
    deskQueries: new KyselyDeskQueries({ session, hasher: hashers.addresses }),
    systemQueries: new SqliteSystemQueries(session),
    workspaceQueries: new KyselyWorkspaceQueries({ session }),
    shredder: new SqliteShredder(writer, warn),
    changeFeed,
    searchIndexer,
    storage: new FileStorage(file),
    peers: null,
    start: () => searchIndexer.start(),
    settleSearch: () => searchIndexer.catchUp(),
    isHealthy: () => probe.isWritable(),
    checkpoint: () => void writer.pragma('wal_checkpoint(TRUNCATE)'),
    close: async () => {
      await searchIndexer.stop()
      await commits.close()
      closeAll()
    },
  }
}
