import Database from 'better-sqlite3'
import { Client } from 'pg'

/** Keeps everybody from storing a text or signing in, for longer than the desk waits. Call what it returns to let them. */
export async function holdDatabase(url: string): Promise<() => Promise<void>> {
  return url.startsWith('sqlite:') ? holdFile(url.slice('sqlite:'.length)) : holdTables(url)
}

function holdFile(file: string): () => Promise<void> {
  const db = new Database(file)
  db.exec('begin immediate')
  return async () => void db.close()
}

async function holdTables(connectionString: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString })
  await client.connect()
  await client.query('begin')
  await client.query('lock table messages, sessions, sign_in_failures, signature_ids in exclusive mode')
  return () => client.end()
}
