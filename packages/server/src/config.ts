import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SettingReader } from './config/setting.ts'
import {
  type DatabaseLocation,
  database,
  flag,
  host,
  type LogLevel,
  logLevel,
  originator,
  port,
  publicUrl,
  secret,
  trustProxy,
  webhookUrl,
} from './config/settings.ts'
import { isLoopbackHost } from './http/loopback.ts'

export interface Config {
  readonly port: number
  /** What to listen on. "localhost" is loopback, IPv4 and IPv6. */
  readonly host: string
  /** Without a slash at the end. */
  readonly publicUrl: string
  /** The proxies that may say where a request came from; false where nobody said. */
  readonly trustProxy: false | string[]
  readonly database: DatabaseLocation
  /** Null in simulated mode: no SMS leaves this computer. */
  readonly messageBird: MessageBirdConfig | null
  readonly metricsToken: string | null
  /** Where the owner is told what is wrong with the desk; null: in the page alone. */
  readonly alertWebhookUrl: string | null
  readonly logLevel: LogLevel
  /** Where the built page lies. */
  readonly webFolder: string
  /** Of one network address. */
  readonly requestsPerMinute: number
  /** Requests are turned away while the event loop is later than this. */
  readonly mostLoopDelayMs: number
}

export interface MessageBirdConfig {
  readonly apiKey: string
  /** The desk's own number: E.164 or a short code. */
  readonly originator: string
  /** Null only where `allowUnsignedWebhooks`. */
  readonly signingKey: string | null
  readonly allowUnsignedWebhooks: boolean
}

/** The environment does not say what it must; `problems` has a sentence for each variable. */
export class ConfigError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'ConfigError'
    this.problems = problems
  }
}

/** @throws ConfigError */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const reader = new SettingReader(env)
  const address = { port: reader.read('PORT', port, 8080), host: reader.read('HOST', host, 'localhost') }
  const messageBird = readMessageBird(reader)
  const config: Config = {
    ...address,
    publicUrl: readPublicUrl(reader, address, messageBird !== null),
    trustProxy: reader.read('TRUST_PROXY', trustProxy, false),
    database: reader.read('DATABASE_URL', database, { kind: 'sqlite', file: resolve('data/textdesk.sqlite') }),
    messageBird,
    metricsToken: reader.read<string | null>('METRICS_TOKEN', secret, null),
    alertWebhookUrl: reader.read<string | null>('ALERT_WEBHOOK_URL', webhookUrl, null),
    logLevel: reader.read('LOG_LEVEL', logLevel, 'info'),
    webFolder: fileURLToPath(new URL('../../web/dist', import.meta.url)),
    requestsPerMinute: 3000,
    mostLoopDelayMs: 2000,
  }
  if (reader.problems.length > 0) throw new ConfigError(reader.problems)
  return config
}

/** With an API key the desk is live, and everything it then needs is asked for. */
function readMessageBird(reader: SettingReader): MessageBirdConfig | null {
  const apiKey = reader.read<string | null>('MESSAGEBIRD_API_KEY', secret, null)
  const allowUnsignedWebhooks = reader.read('ALLOW_UNSIGNED_WEBHOOKS', flag, false)
  if (apiKey === null) {
    refuseHalfLive(reader)
    return null
  }
  const number = reader.require(
    'MESSAGEBIRD_ORIGINATOR',
    originator,
    'Set it to your virtual mobile number, e.g. +12025550150.',
  )
  const signingKey = allowUnsignedWebhooks
    ? reader.read<string | null>('MESSAGEBIRD_SIGNING_KEY', secret, null)
    : reader.require('MESSAGEBIRD_SIGNING_KEY', secret, whereSigningKeyIs)
  if (signingKey === apiKey)
    reader.problems.push(`MESSAGEBIRD_SIGNING_KEY must not be the API key. ${whereSigningKeyIs}`)
  return { apiKey, originator: number ?? '', signingKey, allowUnsignedWebhooks }
}

/** Whoever gave the rest means to go live: without the key the desk would be simulated, and nobody told. */
function refuseHalfLive(reader: SettingReader): void {
  const given = ['MESSAGEBIRD_ORIGINATOR', 'MESSAGEBIRD_SIGNING_KEY'].find((name) => reader.has(name))
  if (given === undefined) return
  reader.problems.push(
    `MESSAGEBIRD_API_KEY is missing, and ${given} is set. Copy the key from Developers > API access, or remove ${given} for practice mode.`,
  )
}

const whereSigningKeyIs = 'Copy the signing key from your MessageBird dashboard, Developers > Settings.'

function readPublicUrl(reader: SettingReader, address: { port: number; host: string }, live: boolean): string {
  const missing = "Set it to your tunnel's https address, e.g. https://abc.ngrok-free.app, without /webhook."
  const url = live
    ? reader.require('PUBLIC_URL', publicUrl, missing)
    : reader.read<string | null>('PUBLIC_URL', publicUrl, null)
  return url ?? ownUrl(address)
}

/** For what only a desk in a file can do. @throws ConfigError */
export function sqliteFileOf({ database }: Config, instead: string): string {
  if (database.kind === 'sqlite') return database.file
  throw new ConfigError([`This desk is in PostgreSQL. ${instead}`])
}

/** For people: without what could be a password. */
export function nameOfDatabase({ database }: Config): string {
  if (database.kind === 'sqlite') return database.file
  const { hostname, port, pathname } = new URL(database.url)
  return `PostgreSQL ${pathname.slice(1)} on ${hostname}${port && `:${port}`}`
}

/** Where the desk is found on this computer. */
export function ownUrl({ port, host }: { port: number; host: string }): string {
  const everywhere = host === '0.0.0.0' || host === '::' || isLoopbackHost(host)
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return new URL(`http://${name}:${port}`).origin
}
