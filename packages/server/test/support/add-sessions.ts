import { createHash, randomBytes } from 'node:crypto'
import Database from 'better-sqlite3'
import { withClient } from './with-client.ts'

const INSERT = 'insert into sessions(token_digest, agent_id, created_at, last_seen_at) select'

/**
 * So many sessions more of the agent who is there, put past the desk into its PostgreSQL; answers their cookies. For tests
 * with more streams than one session may have: to sign in as often would be slowed down.
 */
export async function addSessions(databaseUrl: string, count: number): Promise<string[]> {
  const tokens = Array.from({ length: count }, () => randomBytes(32).toString('base64url'))
  await withClient(databaseUrl, async (client) => {
    for (const token of tokens)
      await client.query(`${INSERT} $1, id, $2, $2 from agents limit 1`, [digestOf(token), Date.now()])
  })
  return tokens.map(cookieOf)
}

/** The same for a desk in a file. */
export function addSessionsToFile(file: string, count: number): string[] {
  const tokens = Array.from({ length: count }, () => randomBytes(32).toString('base64url'))
  const db = new Database(file)
  const insert = db.prepare(`${INSERT} ?, id, ?, ? from agents limit 1`)
  for (const token of tokens) insert.run(digestOf(token), Date.now(), Date.now())
  db.close()
  return tokens.map(cookieOf)
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

function cookieOf(token: string): string {
  return `textdesk_session=${token}`
}
