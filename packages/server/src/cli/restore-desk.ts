import { resolve } from 'node:path'
import { loadEnvironment } from '../config/load-config.ts'
import { readConfig, sqliteFileOf } from '../config.ts'
import { restoreDatabase } from '../persistence/sqlite/files/restore.ts'

/** `desk restore FILE`: into a place where no desk is. */
export function restoreDesk(file: string): void {
  const config = readConfig(loadEnvironment())
  const databaseFile = sqliteFileOf(config, 'Restore it with pg_restore; docs/operations.md says how.')
  const { tickets, uncertain, logMayBeMissing } = restoreDatabase(resolve(file), databaseFile, Date.now())
  console.log(`Restored ${tickets === 1 ? '1 ticket' : `${tickets} tickets`} to ${databaseFile}.`)
  console.log(aboutUnsent(uncertain))
  if (logMayBeMissing) console.log(aboutMissingLog(file))
  console.log('Everybody signs in again, and invitations that were open have to be made again.')
}

function aboutUnsent(count: number): string {
  if (count === 0) return 'No text was waiting to be sent.'
  const texts = count === 1 ? '1 text was' : `${count} texts were`
  return `${texts} waiting to be sent and may have left since. None is sent now: each is shown under Needs attention, where an agent decides.`
}

function aboutMissingLog(file: string): string {
  return (
    `${file} was not made by desk backup, and no ${file}-wal lies beside it. If a desk ran on it when it was copied, its ` +
    'newest texts are missing here: then move this desk away again, copy the -wal file too, and restore once more.'
  )
}
