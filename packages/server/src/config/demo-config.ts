import { dirname, join, resolve } from 'node:path'
import { type Config, readConfig } from '../config.ts'

/**
 * The demo desk listens where the desk would, but has a file of its own beside the desk's, knows no provider and answers to
 * no public address: nothing of it can reach a customer. @throws ConfigError
 */
export function readDemoConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const { PORT, HOST, DATABASE_URL, TRUST_PROXY, METRICS_TOKEN, LOG_LEVEL } = env
  const config = readConfig({ PORT, HOST, DATABASE_URL, TRUST_PROXY, METRICS_TOKEN, LOG_LEVEL })
  const folder = config.database.kind === 'sqlite' ? dirname(config.database.file) : resolve('data')
  return { ...config, database: { kind: 'sqlite', file: join(folder, 'demo.sqlite') } }
}
