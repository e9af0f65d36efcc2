import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Config } from '../../config.ts'
import { filesOf, isOpenToOthers } from '../../persistence/sqlite/files/private-files.ts'
import { bad, type Finding, good, note } from '../output/finding.ts'

/** Its group may read the settings: a service often runs as another user than the one who wrote them. */
const EVERYBODY = 0o007

/** Who else on this computer can read the desk. */
export function checkAccess({ database }: Pick<Config, 'database'>, settingsFile: string): Finding[] {
  return [
    ...(database.kind === 'sqlite' ? aboutFiles(database.file) : []),
    ...(isOpenToOthers(settingsFile, EVERYBODY)
      ? [bad(`Every user of this computer can read ${settingsFile}, with its keys. Say: chmod 600 ${settingsFile}`)]
      : []),
  ]
}

function aboutFiles(database: string): Finding[] {
  if (!existsSync(database)) return []
  const open = [...filesOf(database), `${database}.lock`].filter((path) => isOpenToOthers(path))
  const folder = dirname(database)
  return [
    open.length === 0
      ? good("Only this user can read the database's files.")
      : bad(`Other users of this computer can read or hold ${open.join(', ')}. Say: chmod 600 ${open.join(' ')}`),
    ...(isOpenToOthers(folder)
      ? [
          note(
            `Other users of this computer can look into ${folder}. If it holds nothing but the desk: chmod 700 ${folder}`,
          ),
        ]
      : []),
  ]
}
