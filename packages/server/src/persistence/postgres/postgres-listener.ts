import { Client, type Notification } from 'pg'

const FIRST_RETRY_MS = 250
const MAX_RETRY_MS = 1_000
const CONNECT_WITHIN_MS = 2_000
/** A connection whose other end is gone says nothing: it is asked now and then, and must answer. */
const ASK_EVERY_MS = 3_000
const ANSWER_WITHIN_MS = 3_000

interface Options {
  readonly connectionString: string
  readonly warn: (message: string, error?: unknown) => void
}

/** Hears what other servers announce, on a connection of its own that it renews by itself for as long as the desk runs. */
export class PostgresListener {
  readonly #options: Options
  readonly #channels = new Map<string, (payload: string) => void>()
  readonly #returned = new Set<() => void>()
  #client: Client | null = null
  #timer: NodeJS.Timeout | null = null
  #failures = 0
  #closed = false

  constructor(options: Options) {
    this.#options = options
  }

  /** Before it is started. */
  on(channel: string, hear: (payload: string) => void): void {
    this.#channels.set(channel, hear)
  }

  /** Told whenever it hears again after a time in which announcements may have been missed. */
  onReturn(listener: () => void): void {
    this.#returned.add(listener)
  }

  /** Resolves once it hears. @throws when there is no connection at all. */
  async start(): Promise<void> {
    await this.#connect()
    this.#later(ASK_EVERY_MS, () => this.#ask())
  }

  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer) clearTimeout(this.#timer)
    const client = this.#client
    this.#client = null
    await client?.end().catch(() => {})
  }

  async #connect(): Promise<void> {
    const { connectionString } = this.#options
    const within = { connectionTimeoutMillis: CONNECT_WITHIN_MS, query_timeout: ANSWER_WITHIN_MS, keepAlive: true }
    const client = new Client({ connectionString, application_name: 'textdesk-listener', ...within })
    client.on('notification', (notification) => this.#hear(notification))
    client.on('error', () => this.#lose(client))
    client.on('end', () => this.#lose(client))
    try {
      await client.connect()
      for (const channel of this.#channels.keys()) await client.query(`listen ${channel}`)
    } catch (error) {
      client.connection.stream.destroy()
      throw error
    }
    if (this.#closed) return void client.end().catch(() => {})
    this.#client = client
    this.#failures = 0
  }

  #hear({ channel, payload }: Notification): void {
    if (payload !== undefined) this.#channels.get(channel)?.(payload)
  }

  async #ask(): Promise<void> {
    const client = this.#client
    if (!client) return
    try {
      await client.query('select 1')
      this.#later(ASK_EVERY_MS, () => this.#ask())
    } catch {
      this.#lose(client)
    }
  }

  #lose(client: Client): void {
    if (this.#closed || this.#client !== client) return
    this.#client = null
    // Without goodbye: nobody may be there to hear it.
    client.connection.stream.destroy()
    this.#retry()
  }

  #retry(): void {
    const delay = Math.min(FIRST_RETRY_MS * 2 ** this.#failures, MAX_RETRY_MS)
    this.#failures += 1
    this.#later(delay, () => this.#return())
  }

  async #return(): Promise<void> {
    try {
      await this.#connect()
    } catch (error) {
      if (this.#failures === 1) this.#options.warn('What happens on other servers is not heard at the moment', error)
      this.#retry()
      return
    }
    for (const listener of this.#returned) listener()
    this.#later(ASK_EVERY_MS, () => this.#ask())
  }

  #later(delayMs: number, task: () => Promise<void>): void {
    if (this.#closed) return
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void task(), delayMs)
    this.#timer.unref()
  }
}
