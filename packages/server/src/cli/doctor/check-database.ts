import { accessSync, constants, existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Examination, examineDatabase, weakSettings } from '../../persistence/sqlite/examine.ts'
import { refusalOf } from '../../persistence/sqlite/files/refusal-of.ts'
import { requireDeskPlace } from '../../persistence/sqlite/files/require-desk-place.ts'
import { StorageRefusal } from '../../persistence/sqlite/files/storage-refusal.ts'
import { refuseNewerDatabase } from '../../persistence/sqlite/migrate.ts'
import { bytes } from '../output/bytes.ts'
import { bad, type Finding, good, note } from '../output/finding.ts'

/** The log is emptied at 4,000 pages; far more means that something reads without end. */
const LARGE_LOG_BYTES = 256_000_000
/** A clock may have been set by so much. */
const LITTLE_MS = 60_000

/** Nothing is changed, and a running desk goes on. */
export function checkDatabase(file: string, now: number): Finding[] {
  if (!existsSync(file)) return [aboutMissing(file)]
  try {
    requireDeskPlace(file)
    refuseNewerDatabase(file)
    const examined = examineDatabase(file)
    if (!examined.isDesk) return [bad(`${file} is not a desk's database. Set DATABASE_URL to another file.`)]
    return [...aboutContents(file, examined), ...aboutClock(examined, now), ...aboutSettings(file, examined)]
  } catch (error) {
    const known = refusalOf(error, file)
    if (known instanceof StorageRefusal) return [bad(known.message)]
    return [bad(`The database could not be read: ${known instanceof Error ? known.message : String(known)}`)]
  }
}

function aboutMissing(file: string): Finding {
  const folder = existsSync(dirname(file)) ? dirname(file) : '.'
  try {
    accessSync(folder, constants.W_OK)
    return note(`There is no desk at ${file} yet. The first start makes one.`)
  } catch {
    return bad(`There is no desk at ${file}, and this user may not make one there. Set DATABASE_URL to another place.`)
  }
}

function aboutContents(file: string, { damage, tickets, bytes: size, stepsToCome, owners }: Examination): Finding[] {
  const whole =
    damage.length === 0
      ? good(`The database ${file} is whole: ${tickets} tickets, ${bytes(size)}.`)
      : bad(`The database ${file} is damaged: ${damage.join('; ')}. Stop the desk and restore the newest backup.`)
  return [
    whole,
    ...(stepsToCome > 0 ? [note('The database is from an older version. The next start brings it up to date.')] : []),
    ...(owners === 0 ? [note('Nobody has set the desk up yet. Open its page to do so.')] : []),
  ]
}

function aboutClock({ newestAt }: Examination, now: number): Finding[] {
  if (newestAt === null || newestAt <= now + LITTLE_MS) return []
  const minutes = Math.round((newestAt - now) / 60_000)
  return [
    bad(
      `This computer's clock is ${minutes} min behind the newest message. Set it right: signatures and times need it.`,
    ),
  ]
}

function aboutSettings(file: string, { journalMode, logBytes }: Examination): Finding[] {
  // Only a start makes a backup that was just restored a database with a log.
  if (journalMode !== 'wal') return [note('The database has no write-ahead log yet. The next start gives it one.')]
  const weak = weakSettings(file)
  const settings =
    weak.length === 0
      ? good('Every commit waits for the disk, and references and deletions are kept safe.')
      : bad(`SQLite does not keep these settings: ${weak.join(', ')}. A text could be lost with the power.`)
  const log = `The write-ahead log has grown to ${bytes(logBytes)}. Restart the desk, and end what reads the file.`
  return logBytes > LARGE_LOG_BYTES ? [settings, note(log)] : [settings]
}
