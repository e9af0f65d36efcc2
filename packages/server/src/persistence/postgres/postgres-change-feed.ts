import type { Change, ChangeFeed } from '@textdesk/core'
import { Client, type Notification } from 'pg'
import { InProcessChangeFeed } from '../in-process-change-feed.ts'
import { CHANNEL, SERVER } from './announce.ts'

const FIRST_RETRY_MS = 250
const LONGEST_RETRY_MS = 5_000
/** A connection whose other end is gone says nothing: it is asked now and then, and must answer. */
const ASK_EVERY_MS = 4_000
const ANSWER_WITHIN_MS = 4_000

interface Options {
  readonly connectionString: string
  readonly warn: (message: string, error?: unknown) => void
}

/** Hints between all servers on one database, over LISTEN on a connection of its own. */
export class PostgresChangeFeed implements ChangeFeed {
  readonly #options: Options
  readonly #local: InProcessChangeFeed
  readonly #lost = new Set<() => void>()
  #client: Client | null = null
  #timer: NodeJS.Timeout | null = null
  #failures = 0
  #closed = false

  constructor(options: Options) {
    this.#options = options
    this.#local = new InProcessChangeFeed(options.warn)
  }

  subscribe(listener: (changes: readonly Change[]) => void): () => void {
    return this.#local.subscribe(listener)
  }

  /** Told whenever hints may have been missed. Returns the function that ends it. */
  onLost(listener: () => void): () => void {
    this.#lost.add(listener)
    return () => this.#lost.delete(listener)
  }

  publish(changes: readonly Change[]): void {
    this.#local.publish(changes)
  }

  /** Resolves once it hears other servers; from then on it looks after its connection by itself. */
  async start(): Promise<void> {
    await this.#connect()
    this.#askIn(ASK_EVERY_MS)
  }

  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer) clearTimeout(this.#timer)
    await this.#drop()
  }

  async #connect(): Promise<void> {
    const client = new Client({
      connectionString: this.#options.connectionString,
      connectionTimeoutMillis: ANSWER_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
      keepAlive: true,
    })
    client.on('notification', (notification) => this.#hear(notification))
    client.on('error', () => this.#reconnect(client))
    client.on('end', () => this.#reconnect(client))
    this.#client = client
    await client.connect()
    await client.query(`listen ${CHANNEL}`)
    this.#failures = 0
  }

  #hear({ payload = '' }: Notification): void {
    const { server, changes } = JSON.parse(payload) as { server: string; changes: Change[] }
    if (server !== SERVER) this.#local.publish(changes)
  }

  #askIn(delayMs: number): void {
    if (this.#closed) return
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(), delayMs)
    this.#timer.unref()
  }

  async #ask(): Promise<void> {
    const client = this.#client
    if (!client) return
    try {
      await client.query('select 1')
      this.#askIn(ASK_EVERY_MS)
    } catch {
      this.#reconnect(client)
    }
  }

  #reconnect(lost: Client): void {
    if (this.#closed || this.#client !== lost) return
    this.#client = null
    void lost.end().catch(() => {})
    const delay = Math.min(FIRST_RETRY_MS * 2 ** this.#failures, LONGEST_RETRY_MS)
    this.#failures += 1
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#tryAgain(), delay)
    this.#timer.unref()
  }

  async #tryAgain(): Promise<void> {
    try {
      await this.#connect()
    } catch (error) {
      const client = this.#client
      if (this.#failures === 1) this.#options.warn('Changes on other servers are not heard: no connection', error)
      if (client) this.#reconnect(client)
      return
    }
    for (const listener of this.#lost) listener()
    this.#askIn(ASK_EVERY_MS)
  }

  async #drop(): Promise<void> {
    const client = this.#client
    this.#client = null
    await client?.end().catch(() => {})
  }
}
