import { existsSync, readFileSync } from 'node:fs'
import { type Config, ConfigError, readConfig } from '../config.ts'
import { parseEnvFile } from './parse-env-file.ts'

const SETTINGS_FILE = '.env'

/** What `.env` of the working directory says is taken where the environment does not say otherwise. @throws ConfigError */
export function loadEnvironment(): NodeJS.ProcessEnv {
  const { values, problems } = parseEnvFile(readSettingsFile())
  if (problems.length > 0) throw new ConfigError(problems)
  for (const [name, value] of Object.entries(values)) process.env[name] ??= value
  return process.env
}

/** Only a file that is not there says nothing: without its keys a desk would be simulated. */
function readSettingsFile(): string {
  try {
    return readFileSync(SETTINGS_FILE, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT') return ''
    throw new ConfigError([`.env cannot be read (${String(code)}). Make it a file that this user may read.`])
  }
}

/** For commands that work on a desk that is there. @throws ConfigError */
export function loadConfigOfDesk(): Config {
  const config = readConfig(loadEnvironment())
  const { database } = config
  if (database.kind === 'sqlite' && !existsSync(database.file))
    throw new ConfigError([`There is no desk at ${database.file}. Set DATABASE_URL to its database.`])
  return config
}
