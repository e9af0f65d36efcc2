import { Client } from 'pg'
import { postgresMigrations } from './migrations/index.ts'
import { stepsOf } from './steps.ts'

const ANSWER_WITHIN_MS = 5_000

export interface PostgresExamination {
  readonly version: string
  /** Null where there is no desk. */
  readonly tickets: number | null
  readonly stepsToCome: number
  /** Migrations of newer versions, which this one does not know. */
  readonly unknownSteps: readonly string[]
  /** Whether a commit outlives a power cut, as far as the server's settings say. */
  readonly isDurable: boolean
}

/** Looks without writing. @throws whatever the connection throws. */
export async function examinePostgres(connectionString: string): Promise<PostgresExamination> {
  const within = { connectionTimeoutMillis: ANSWER_WITHIN_MS, query_timeout: ANSWER_WITHIN_MS }
  const client = new Client({ connectionString, ...within })
  await client.connect()
  try {
    const version = await settingOf(client, 'server_version')
    const weak = [await settingOf(client, 'fsync'), await settingOf(client, 'full_page_writes')].includes('off')
    const steps = await stepsOf(client)
    const known = Object.keys(postgresMigrations)
    return {
      version,
      tickets: steps.includes('0002-conversations') ? await countOf(client, 'tickets') : null,
      stepsToCome: known.filter((step) => !steps.includes(step)).length,
      unknownSteps: steps.filter((step) => !known.includes(step)),
      isDurable: !weak,
    }
  } finally {
    await client.end()
  }
}

async function settingOf(client: Client, name: string): Promise<string> {
  const { rows } = await client.query<{ value: string }>('select current_setting($1) as value', [name])
  return rows[0]?.value ?? ''
}

async function countOf(client: Client, table: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`select count(*) from ${table}`)
  return Number(rows[0]?.count)
}
