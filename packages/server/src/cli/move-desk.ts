import { readFileSync } from 'node:fs'
import { loadEnvironment } from '../config/load-config.ts'
import { type Config, ConfigError, readConfig } from '../config.ts'
import { DatabaseRefusal } from '../persistence/database-refusal.ts'
import { moveDesk } from '../persistence/move/move-desk.ts'
import { moveProgress } from './move-progress.ts'

/**
 * `desk move --from sqlite:FILE [--to-file FILE]`: the desk is stopped meanwhile, and starts with the new address afterwards. That
 * may hold a password, and every user of the computer can read a command line.
 */
export async function moveDeskTo(from: string, addressFile: string | undefined): Promise<void> {
  const [source, target] = [locationOf(from), locationOf(readAddress(addressFile))]
  if (source?.kind !== 'sqlite')
    throw new DatabaseRefusal('--from takes the file of a desk: --from sqlite:/var/lib/textdesk/data/textdesk.sqlite')
  if (target?.kind !== 'postgres')
    throw new DatabaseRefusal(
      `${addressFile ?? 'DATABASE_URL, in .env or in the environment,'} must hold the address of the PostgreSQL database to move ` +
        'to: postgres://user:password@host/textdesk. A password with signs like @ / : # needs them written as %40 %2F %3A %23.',
    )
  const { resumed, tables, rows } = await moveDesk({ file: source.file, url: target.url, say: moveProgress() })
  console.log(`${resumed ? 'Went on with the move. ' : ''}${rows} rows of ${tables} tables are there, and equal.`)
  console.log(`${source.file} is as it was. Start the desk with the new address as its DATABASE_URL.`)
  console.log('Do not start it on the file again: texts would then be sent from both.')
}

function readAddress(file: string | undefined): string {
  if (file === undefined) return loadEnvironment()['DATABASE_URL'] ?? ''
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    throw new DatabaseRefusal(
      `${file} cannot be read (${String(code)}). --to-file takes a file that holds one address.`,
    )
  }
}

function locationOf(address: string): Config['database'] | null {
  try {
    return readConfig({ DATABASE_URL: address }).database
  } catch (error) {
    if (error instanceof ConfigError) return null
    throw error
  }
}
