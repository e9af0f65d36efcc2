import type { Pool, PoolClient } from 'pg'
import { isSilence } from './postgres-errors.ts'

interface Options {
  /** After which a query without an answer fails. */
  readonly answerWithinMs: number
  readonly warn: (message: string, error?: unknown) => void
}

/**
 * A connection that breaks is replaced by the next one asked for. When one falls silent, all that have not been heard of
 * since are cut with it: whatever swallowed one has most likely swallowed them, and each would cost somebody the wait.
 */
export function mindConnections(pool: Pool, { answerWithinMs, warn }: Options): void {
  /** When something came over each of them, of `performance.now()`. */
  const heardAt = new Map<PoolClient, number>()
  const cut = new WeakSet<PoolClient>()
  pool.on('connect', (client) => {
    const hear = () => heardAt.set(client, performance.now())
    hear()
    client.connection.stream.on('data', hear)
    // While it is lent out the pool does not listen, and an error that nobody hears would end the process.
    client.on('error', () => {})
  })
  pool.on('remove', (client) => void heardAt.delete(client))
  pool.on('release', (error) => {
    if (!isSilence(error)) return
    for (const client of notHeardSince(performance.now() - answerWithinMs, heardAt)) {
      cut.add(client)
      client.connection.stream.destroy()
    }
  })
  pool.on('error', (error, client) => {
    if (!cut.has(client)) warn('A connection to the database broke', error)
  })
}

function notHeardSince(moment: number, heardAt: ReadonlyMap<PoolClient, number>): PoolClient[] {
  return [...heardAt].filter(([, at]) => at <= moment).map(([client]) => client)
}
