import { dirname } from 'node:path'
import type { Database } from 'better-sqlite3'
import { AddressHasher } from '../address-hasher.ts'
import { InProcessChangeFeed } from '../in-process-change-feed.ts'
import type { Persistence } from '../persistence.ts'
import { KyselyDeskQueries } from '../queries/kysely-desk-queries.ts'
import { KyselyTicketQueries } from '../queries/kysely-ticket-queries.ts'
import { KyselyWorkspaceQueries } from '../queries/kysely-workspace-queries.ts'
import { assertDurable, openReader, openWriter, stopWaiting } from './connections.ts'
import { readOrMakeKey } from './desk-key.ts'
import { DeskInUseError, lockDesk } from './desk-lock.ts'
import { FileStorage } from './file-storage.ts'
import { keepToOwner, makePrivateFile, makePrivateFolder } from './files/private-files.ts'
import { refusalOf } from './files/refusal-of.ts'
import { isNoDeskYet, requireDeskPlace } from './files/require-desk-place.ts'
import { StorageRefusal } from './files/storage-refusal.ts'
import { removeDatabase, unfinishedDatabase } from './files/unfinished.ts'
import { FtsTicketSearch } from './fts-ticket-search.ts'
import { BATCH_LIMIT, GroupCommit } from './group-commit.ts'
import { migrate, refuseNewerDatabase } from './migrate.ts'
import { SearchIndexer } from './search-indexer.ts'
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
    const hasher = new AddressHasher(readOrMakeKey(writer, 'opt-outs'))
    assertDurable(writer)
    stopWaiting(writer)
    const reader = openReader(file)
    opened.push(reader)
    return assemble({ file, writer, reader, hasher, warn, batchLimit, closeAll })
  } catch (error) {
    closeAll()
    throw error
  }
}

function requireDeskThere(file: string): void {
  if (isNoDeskYet(file)) throw new StorageRefusal(`There is no desk at ${file}. Set DATABASE_URL to its database.`)
}

/** `isAlone`: nobody else uses the place. */
function preparePlace(file: string, isAlone: boolean): void {
  requireDeskPlace(file)
  refuseNewerDatabase(file)
  if (isAlone) removeDatabase(unfinishedDatabase(file))
  makePrivateFile(file)
  keepToOwner(file)
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
  readonly hasher: AddressHasher
  readonly warn: SqlitePersistenceOptions['warn']
  readonly batchLimit: number
  readonly closeAll: () => void
}

function assemble({ file, writer, reader, hasher, warn, batchLimit, closeAll }: Parts): SqlitePersistence {
  const changeFeed = new InProcessChangeFeed(warn)
  const commits = new GroupCommit({
    db: writer,
    statements: new SqliteStatements(writer),
    batchLimit,
    warn,
    publish: (changes) => changeFeed.publish(changes),
  })
  const session = new SqliteReadSession(new SqliteStatements(reader))
  const searchIndexer = new SearchIndexer({ commits, changeFeed, warn })
  const probe = new WriteProbe(commits)
  return {
    unitOfWork: new SqliteUnitOfWork(commits, hasher),
    ticketQueries: new KyselyTicketQueries({ session, search: new FtsTicketSearch(), hasher }),
    deskQueries: new KyselyDeskQueries({ session, hasher }),
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
