import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Change, DomainError } from '@textdesk/core'
import type { Database } from 'better-sqlite3'
import { AddressHasher } from '../address-hasher.ts'
import { ReceiptHasher } from '../receipt-hasher.ts'
import { openReader, openWriter, stopWaiting } from './connections.ts'
import { BATCH_LIMIT, GroupCommit } from './group-commit.ts'
import { migrate } from './migrate.ts'
import { SqliteStatements } from './sqlite-statements.ts'
import { SqliteUnitOfWork } from './sqlite-unit-of-work.ts'
import { WriteProbe } from './write-probe.ts'

export interface SpecDesk {
  readonly file: string
  /** The connection of the unit of work, to plant faults in. */
  readonly db: Database
  readonly unitOfWork: SqliteUnitOfWork
  readonly probe: WriteProbe
  readonly warnings: string[]
  /** What was published, batch by batch, empty batches too. */
  readonly batches: Array<readonly Change[]>
  /** A setting as another connection sees it. */
  committed(key: string): string | undefined
  close(): Promise<void>
}

const KEY = new Uint8Array(32)

/** A unit of work on a real file, laid open. */
export async function openSpecDesk(batchLimit: number = BATCH_LIMIT): Promise<SpecDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'textdesk-'))
  const file = join(folder, 'desk.sqlite')
  const db = openWriter(file)
  await migrate(db)
  stopWaiting(db)
  const reader = openReader(file)
  const [warnings, batches] = [[] as string[], [] as Array<readonly Change[]>]
  const commits = new GroupCommit({
    db,
    statements: new SqliteStatements(db),
    batchLimit,
    warn: (message) => warnings.push(message),
    publish: (changes) => batches.push(changes),
  })
  return {
    file,
    db,
    unitOfWork: new SqliteUnitOfWork(commits, {
      addresses: new AddressHasher(KEY),
      receipts: new ReceiptHasher(KEY, { besideOlder: false }),
    }),
    probe: new WriteProbe(commits),
    warnings,
    batches,
    committed: (key) => reader.prepare<[string], string>('select value from settings where key = ?').pluck().get(key),
    close: async () => {
      await commits.close()
      reader.close()
      db.close()
      rmSync(folder, { recursive: true })
    },
  }
}

export async function outcomeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error) => (error instanceof DomainError ? error.code : (error as Error).message),
  )
}
