import type { Peers } from '@textdesk/core'
import type { Pool } from 'pg'
import { PEERS } from './announce.ts'
import type { PostgresListener } from './postgres-listener.ts'

/** What servers tell each other that is stored nowhere. */
export class PostgresPeers implements Peers {
  readonly #pool: Pool
  readonly #server: string
  readonly #listeners = new Set<(message: unknown) => void>()

  constructor({ listener, pool, server }: { listener: PostgresListener; pool: Pool; server: string }) {
    this.#pool = pool
    this.#server = server
    listener.on(PEERS, (payload) => this.#hear(payload))
  }

  tell(message: unknown): void {
    const payload = JSON.stringify({ server: this.#server, message })
    // Whatever is told is told again soon.
    this.#pool.query({ name: 'tell', text: 'select pg_notify($1, $2)', values: [PEERS, payload] }).catch(() => {})
  }

  subscribe(listener: (message: unknown) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #hear(payload: string): void {
    const { server, message } = JSON.parse(payload) as { server: string; message: unknown }
    if (server === this.#server) return
    for (const listener of this.#listeners) listener(message)
  }
}
