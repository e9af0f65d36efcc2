import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { migrate } from '../postgres/migrate.ts'
import { openPool } from '../postgres/open-pool.ts'
import { lockDesk } from '../sqlite/desk-lock.ts'
import { refuseNewerDatabase, stepsToCome } from '../sqlite/migrate.ts'
import { Checksum } from './checksum.ts'
import { MoveTarget } from './move-target.ts'
import { keyOf, rowsAfter } from './rows-after.ts'
import { type SourceTable, sourceTables } from './source-tables.ts'

const ROWS_PER_STEP = 1_000

export interface MoveProgress {
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
 * was interrupted goes on where it was. @throws DeskInUseError while the desk runs.
 */
export async function moveDesk({ file, url, say }: Move): Promise<Moved> {
  const lock = lockDesk(file)
  const pool = openPool({ connectionString: url, connections: 2, warn: () => {} })
  const source = new Database(file, { readonly: true, fileMustExist: true })
  try {
    refuseNewerDatabase(file)
    if (stepsToCome(source) > 0)
      throw new Error('The file is from an older version. Start the desk on it once, then move it.')
    await migrate(pool)
    const target = new MoveTarget(pool)
    const name = identityOf(source)
    const { resumed } = await target.begin(name)
    const tables = sourceTables(source)
    let rows = 0
    for (const table of tables) rows += await copy({ source, target, table, name, say })
    for (const table of tables) await compare(source, target, table)
    await target.finish()
    return { resumed, tables: tables.length, rows }
  } finally {
    source.close()
    await pool.end()
    lock.release()
  }
}

/** Every desk has a secret of its own. */
function identityOf(db: Database.Database): string {
  const secrets = db.prepare<[], Uint8Array>('select secret from desk_keys order by name').pluck().all()
  return createHash('sha256').update(Buffer.concat(secrets)).digest('hex')
}

interface Copy {
  readonly source: Database.Database
  readonly target: MoveTarget
  readonly table: SourceTable
  readonly name: string
  readonly say: Move['say']
}

async function copy({ source, target, table, name, say }: Copy): Promise<number> {
  const of = source.prepare<[], number>(`select count(*) from "${table.name}"`).pluck().get() ?? 0
  let { key, rows: done } = await target.reached(table)
  say({ table: table.name, rows: done, of })
  for (;;) {
    const rows = rowsAfter(source, table, key, ROWS_PER_STEP)
    const last = rows.at(-1)
    if (!last) return done
    await target.add(table, rows, name)
    key = keyOf(table, last)
    done += rows.length
    say({ table: table.name, rows: done, of })
  }
}

async function compare(source: Database.Database, target: MoveTarget, table: SourceTable): Promise<void> {
  const here = new Checksum()
  for (let rows = rowsAfter(source, table, null, ROWS_PER_STEP); rows.length > 0; ) {
    for (const row of rows) here.add(table.columns, row)
    const last = rows.at(-1)
    rows = last ? rowsAfter(source, table, keyOf(table, last), ROWS_PER_STEP) : []
  }
  const there = await target.checksum(table)
  if (here.rows !== there.rows || here.digest() !== there.digest())
    throw new Error(`${table.name} did not arrive as it was: ${here.rows} rows here, ${there.rows} there.`)
}
