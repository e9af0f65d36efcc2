import type { Config } from '../../config.ts'
import type { Finding } from '../output/finding.ts'
import { checkDatabase } from './check-database.ts'
import { checkDisk } from './check-machine.ts'
import { checkPostgres } from './check-postgres.ts'

/** The database, wherever it is, and the disk if it is this machine's. */
export async function checkStorage({ database }: Config): Promise<Finding[]> {
  if (database.kind === 'postgres') return checkPostgres(database.url)
  return [...checkDatabase(database.file, Date.now()), checkDisk(database.file)]
}
