import { setTimeout as sleep } from 'node:timers/promises'
import type { Change } from '@textdesk/core'
import type { Pool, PoolClient } from 'pg'
import { storageUnavailable } from '../storage-unavailable.ts'
import { announce } from './announce.ts'
import { isConflict, isLost, isOutdatedPlan, isStorageFault, isTwin } from './postgres-errors.ts'
import { PostgresSession } from './postgres-session.ts'
import { prepareAnew } from './prepared-queries.ts'

/** Conflicts end when one of two stands back; more tries than these mean something else is wrong. */
const TRIES = 8
const PAUSE_MS = 5

interface Options {
  /** Tells a server's own announcements, which it has published already, from those of others. */
  readonly server: string
  readonly pool: Pool
  readonly warn: (message: string, error?: unknown) => void
  readonly publish: (changes: readonly Change[]) => void
}

/** Runs each unit of work in a transaction of its own, and again when it met another one. */
export class Transactions {
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  async run<T>(work: (session: PostgresSession) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#once(work)
      } catch (error) {
        if (isOutdatedPlan(error) && tries < TRIES) prepareAnew()
        else if ((isConflict(error) || isTwin(error)) && tries < TRIES)
          await sleep(PAUSE_MS * 2 ** tries * Math.random())
        else throw this.#explained(error)
      }
    }
  }

  async #once<T>(work: (session: PostgresSession) => Promise<T>): Promise<T> {
    const client = await this.#options.pool.connect()
    const session = new PostgresSession(client)
    let broken: Error | undefined
    try {
      await client.query('begin')
      const value = await session.serve(work)
      await announce(client, this.#options.server, session.changes)
      await commit(client)
      this.#options.publish(session.changes)
      return value
    } catch (error) {
      broken = await rollBack(client, error)
      throw error
    } finally {
      client.release(broken)
    }
  }

  #explained(error: unknown): unknown {
    if (!isConflict(error) && !isStorageFault(error)) return error
    this.#options.warn('Nothing could be stored', error)
    return storageUnavailable(error)
  }
}

/** A transaction with a failed statement in it ends without an error, and without having stored anything. */
async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('commit')
  if (command !== 'COMMIT') throw new Error('A unit of work went on after one of its statements had failed')
}

/** The error of a connection that is of no more use. */
async function rollBack(client: PoolClient, reason: unknown): Promise<Error | undefined> {
  // Who would ask it again waits again; PostgreSQL rolls back what nobody is at the other end of.
  if (isLost(reason)) return asError(reason)
  try {
    await client.query('rollback')
    return undefined
  } catch (error) {
    return asError(error)
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
