import { DatabaseRefusal } from '../database-refusal.ts'
import { migrate } from '../postgres/migrate.ts'
import { openPool } from '../postgres/open-pool.ts'
import { Checksum } from './checksum.ts'
import { lockTarget } from './lock-target.ts'
import { type MoveSource, openMoveSource } from './move-source.ts'
import { EMPTY_IT, MoveTarget } from './move-target.ts'
import { rowsAfter } from './rows-after.ts'
import type { SourceTable } from './source-tables.ts'

const ROWS_PER_STEP = 1_000
/** One for the rows, one for the lock, one more for the migrator. */
const CONNECTIONS = 3

export interface MoveProgress {
  readonly doing: 'copied' | 'compared'
  readonly table: string
  readonly rows: number
  readonly of: number
}

export interface Moved {
  readonly resumed: boolean
  readonly tables: number
  readonly rows: number
}

interface Move {
  readonly file: string
  readonly url: string
  readonly say: (progress: MoveProgress) => void
}

/**
 * Copies a desk from its file into an empty PostgreSQL, and compares what arrived, row by row. The file is only read. What
 * was interrupted goes on where it was.
 * @throws DatabaseRefusal, DeskInUseError, DatabaseTooNewError
 */
export async function moveDesk({ file, url, say }: Move): Promise<Moved> {
  const source = openMoveSource(file)
  const pool = openPool({ connectionString: named(url), connections: CONNECTIONS, warn: () => {}, unhurried: true })
  try {
    await migrate(pool)
    const lock = await lockTarget(pool)
    try {
      return await move(source, new MoveTarget(pool), say)
    } finally {
      lock.release()
    }
  } finally {
    await pool.end()
    source.close()
  }
}

/** As who it works can be seen in the database, and told from a desk. */
function named(url: string): string {
  const address = new URL(url)
  address.searchParams.set('application_name', 'textdesk move')
  return address.href
}

async function move(source: MoveSource, target: MoveTarget, say: Move['say']): Promise<Moved> {
  const { tables, identity } = source
  const { resumed } = await target.begin(identity, tables)
  let rows = 0
  for (const table of tables) rows += await copy({ source, target, table, say })
  for (const table of tables) await compare({ source, target, table, say })
  await target.finish()
  return { resumed, tables: tables.length, rows }
}

interface Step {
  readonly source: MoveSource
  readonly target: MoveTarget
  readonly table: SourceTable
  readonly say: Move['say']
}

async function copy({ source: { db }, target, table, say }: Step): Promise<number> {
  const of = db.prepare<[], number>(`select count(*) from "${table.name}"`).pluck().get() ?? 0
  const { key, rows: before } = target.reached(table)
  let done = before
  const tell = () => say({ doing: 'copied', table: table.name, rows: done, of })
  tell()
  for (const rows of rowsAfter(db, table, key, ROWS_PER_STEP)) {
    await target.add(table, rows)
    done += rows.length
    tell()
  }
  return done
}

async function compare({ source: { db }, target, table, say }: Step): Promise<void> {
  const there = await target.checksum(table)
  const here = new Checksum()
  for (const rows of rowsAfter(db, table, null, ROWS_PER_STEP)) {
    for (const row of rows) here.add(table.columns, row)
    say({ doing: 'compared', table: table.name, rows: here.rows, of: there.rows })
  }
  if (here.rows === there.rows && here.digest() === there.digest()) return
  throw new DatabaseRefusal(
    `${table.name} is not the same on both sides: ${here.rows} rows in the file, ${there.rows} in the database. ` +
      `The desk was used since its move began, or somebody else wrote there. ${EMPTY_IT}`,
  )
}
