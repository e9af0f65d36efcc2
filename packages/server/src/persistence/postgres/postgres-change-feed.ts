import type { Change, ChangeFeed } from '@textdesk/core'
import { InProcessChangeFeed } from '../in-process-change-feed.ts'
import { CHANGES } from './announce.ts'
import type { PostgresListener } from './postgres-listener.ts'

const EVERYTHING: readonly Change[] = [{ kind: 'everything' }]

/** Hints between all servers on one database. A server's own are told at once; the others' come over the listener. */
export class PostgresChangeFeed implements ChangeFeed {
  readonly #local: InProcessChangeFeed
  readonly #server: string

  constructor(parts: {
    listener: PostgresListener
    server: string
    warn: (message: string, error: unknown) => void
  }) {
    const { listener, server, warn } = parts
    this.#local = new InProcessChangeFeed(warn)
    this.#server = server
    listener.on(CHANGES, (payload) => this.#hear(payload))
    listener.onReturn(() => this.#local.publish(EVERYTHING))
  }

  subscribe(listener: (changes: readonly Change[]) => void): () => void {
    return this.#local.subscribe(listener)
  }

  publish(changes: readonly Change[]): void {
    this.#local.publish(changes)
  }

  #hear(payload: string): void {
    const { server, changes } = JSON.parse(payload) as { server: string; changes: Change[] }
    if (server !== this.#server) this.#local.publish(changes)
  }
}
