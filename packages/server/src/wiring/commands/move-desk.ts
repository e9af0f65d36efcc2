import { type Config, ConfigError, readConfig } from '../../config.ts'
import { DatabaseRefusal } from '../../persistence/database-refusal.ts'
import { moveDesk } from '../../persistence/move/move-desk.ts'
import { moveProgress } from './move-progress.ts'

/** `desk move --from sqlite:FILE --to postgres://...`: the desk is stopped meanwhile, and starts with the new address afterwards. */
export async function moveDeskTo(from: string, to: string): Promise<void> {
  const [source, target] = [locationOf(from), locationOf(to)]
  if (source?.kind !== 'sqlite')
    throw new DatabaseRefusal('--from takes the file of a desk: --from sqlite:/var/lib/textdesk/data/textdesk.sqlite')
  if (target?.kind !== 'postgres')
    throw new DatabaseRefusal(
      '--to takes the address of a PostgreSQL database: --to postgres://user:password@host/textdesk. ' +
        'A password with signs like @ / : # needs them written as %40 %2F %3A %23.',
    )
  const { resumed, tables, rows } = await moveDesk({ file: source.file, url: target.url, say: moveProgress() })
  console.log(`${resumed ? 'Went on with the move. ' : ''}${rows} rows of ${tables} tables are there, and equal.`)
  console.log(`${source.file} is as it was. Set DATABASE_URL to the new address and start the desk.`)
  console.log('Do not start it on the file again: texts would then be sent from both.')
}

function locationOf(address: string): Config['database'] | null {
  try {
    return readConfig({ DATABASE_URL: address }).database
  } catch (error) {
    if (error instanceof ConfigError) return null
    throw error
  }
}
