import { resolve } from 'node:path'
import { loadConfigOfDesk } from '../config/load-config.ts'
import { sqliteFileOf } from '../config.ts'
import { backUpDatabase } from '../persistence/sqlite/files/back-up.ts'
import { bytes } from './output/bytes.ts'

/** `desk backup FILE`: also while the desk runs. */
export function backUpDesk(file: string): void {
  const databaseFile = sqliteFileOf(loadConfigOfDesk(), 'Back it up with pg_dump; docs/operations.md says how.')
  const target = resolve(file)
  const copy = backUpDatabase(databaseFile, target)
  console.log(`Backed up ${databaseFile} to ${target} (${bytes(copy.bytes)}, checked).`)
  console.log("It holds customers' texts and the desk's keys: keep it where only you can read it.")
}
