import { existsSync } from 'node:fs'
import { type Config, ConfigError, readConfig } from '../config.ts'

/** What `.env` of the working directory says is taken where the environment does not say otherwise. */
export function loadEnvironment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env
}

/** For commands that work on a desk that is there. @throws ConfigError */
export function loadConfigOfDesk(): Config {
  const config = readConfig(loadEnvironment())
  const { database } = config
  if (database.kind === 'sqlite' && !existsSync(database.file))
    throw new ConfigError([`There is no desk at ${database.file}. Set DATABASE_URL to its database.`])
  return config
}
