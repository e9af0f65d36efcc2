import { type Config, ConfigError, readConfig } from '../../config.ts'
import { type MoveProgress, moveDesk } from '../../persistence/move/move-desk.ts'

const WIDTH = 30

/** `desk move --from sqlite:FILE --to postgres://...`: the desk is stopped meanwhile, and starts with the new address afterwards. */
export async function moveDeskTo(from: string, to: string): Promise<void> {
  const [source, target] = [locationOf(from), locationOf(to)]
  if (source.kind !== 'sqlite' || target.kind !== 'postgres')
    throw new ConfigError(['A desk moves from a file to PostgreSQL: --from sqlite:FILE --to postgres://...'])
  const { resumed, tables, rows } = await moveDesk({ file: source.file, url: target.url, say: progressBar() })
  console.log(`${resumed ? 'Went on with the move. ' : ''}${rows} rows of ${tables} tables are there, and equal.`)
  console.log(`${source.file} is as it was. Set DATABASE_URL to the new address and start the desk.`)
  console.log('Do not start it on the file again: texts would then be sent from both.')
}

function locationOf(address: string): Config['database'] {
  return readConfig({ DATABASE_URL: address }).database
}

/** One line a table, growing where there is a screen. */
function progressBar(): (progress: MoveProgress) => void {
  return ({ table, rows, of }) => {
    const share = of === 0 ? 1 : rows / of
    const bar = '#'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '.')
    if (process.stdout.isTTY)
      process.stdout.write(`\r${table.padEnd(20)} ${bar} ${rows} of ${of} ${share === 1 ? '\n' : ''}`)
    else if (share === 1) console.log(`${table.padEnd(20)} ${rows} rows`)
  }
}
