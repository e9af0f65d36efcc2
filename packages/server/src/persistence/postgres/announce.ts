import type { Change } from '@textdesk/core'
import type { ClientBase } from 'pg'

export const CHANGES = 'textdesk_changes'
export const PEERS = 'textdesk_peers'
/** PostgreSQL refuses 8,000 bytes. */
const MAX_CHANGES = 40

/** In the transaction itself: other servers hear of it exactly when it is committed. */
export async function announce(client: ClientBase, server: string, changes: readonly Change[]): Promise<void> {
  for (let from = 0; from < changes.length; from += MAX_CHANGES) {
    const payload = JSON.stringify({ server, changes: changes.slice(from, from + MAX_CHANGES) })
    await client.query({ name: 'announce', text: 'select pg_notify($1, $2)', values: [CHANGES, payload] })
  }
}
