import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { type RunningDesk, startDesk } from '../../src/composition/start-desk.ts'
import { readConfig } from '../../src/config.ts'
import { DeskClient } from '../../test/support/desk-client.ts'
import { type AcceptedText, FakeMessageBird } from '../../test/support/fake-message-bird.ts'
import { DESK_NUMBER, PUBLIC_URL, SIGNING_KEY } from '../../test/support/live-settings.ts'
import { textRequest } from '../../test/support/message-bird-requests.ts'
import { MessageBirdWebhooks } from '../../test/support/message-bird-webhooks.ts'
import { redirectMessageBird } from '../../test/support/redirect-message-bird.ts'
import { WebhookSender } from '../../test/support/webhook-sender.ts'

const HOUR = 3_600_000
const OWNER = { name: 'Ana', email: 'ana@example.org', password: 'correct horse battery' }
const SETTLED_WITHIN_MS = 30_000

interface Parts {
  readonly desk: RunningDesk
  readonly provider: FakeMessageBird
  readonly restore: () => void
  readonly clock: { ms: number }
  readonly file: Database.Database
}

/** The whole desk in this process, workers and all, by a clock that stands still until it is moved. */
export class TimedDesk {
  readonly owner: DeskClient
  readonly #parts: Parts
  readonly #sender: WebhookSender
  readonly #webhooks: MessageBirdWebhooks

  private constructor(parts: Parts, url: string) {
    this.#parts = parts
    this.owner = new DeskClient(parts.desk.app)
    const keys = { publicUrl: PUBLIC_URL, signingKey: SIGNING_KEY }
    this.#webhooks = new MessageBirdWebhooks({ deskUrl: new URL(url), ...keys })
    this.#sender = new WebhookSender({ url, webhooks: this.#webhooks, connections: 50 })
  }

  static async start(folder: string, name: string): Promise<TimedDesk> {
    const provider = await FakeMessageBird.start({ accessKey: 'test_key' })
    const restore = redirectMessageBird(provider.url)
    const databaseFile = join(folder, `${name}.sqlite`)
    const config = readConfig({
      PUBLIC_URL,
      MESSAGEBIRD_API_KEY: 'test_key',
      MESSAGEBIRD_ORIGINATOR: DESK_NUMBER,
      MESSAGEBIRD_SIGNING_KEY: SIGNING_KEY,
      DATABASE_URL: `sqlite:${databaseFile}`,
      LOG_LEVEL: 'silent',
    })
    // The first minute of an hour: that is what budgets are for.
    const clock = { ms: Math.ceil(Date.now() / HOUR) * HOUR }
    // A simulated day takes seconds, and a busy test machine is no crowd of visitors.
    const limits = { requestsPerMinute: 1_000_000, mostLoopDelayMs: 0 }
    const desk = await startDesk({ ...config, ...limits }, { clock: { now: () => clock.ms } })
    const url = await desk.app.listen({ port: 0, host: '127.0.0.1' })
    const file = new Database(databaseFile, { readonly: true })
    const timed = new TimedDesk({ desk, provider, restore, clock, file }, url)
    await timed.owner.post('/api/setup', { ...OWNER, ...(desk.setUpCode && { code: desk.setUpCode }) })
    return timed
  }

  get now(): number {
    return this.#parts.clock.ms
  }

  get sent(): readonly AcceptedText[] {
    return this.#parts.provider.texts
  }

  pass(ms: number): void {
    this.#parts.clock.ms += ms
  }

  /** Whether it was answered OK. */
  async receive(from: string, body: string): Promise<boolean> {
    const { clock } = this.#parts
    this.#webhooks.aheadMs = clock.ms - Date.now()
    const request = textRequest({ from, to: DESK_NUMBER, body, id: crypto.randomUUID(), sentAt: clock.ms })
    const answer = await this.#sender.deliver(request)
    return answer.status === 200 && answer.body === 'OK'
  }

  async changeInbox(change: object): Promise<void> {
    const { items } = (await this.owner.get('/api/inboxes')).json()
    const { statusCode, body } = await this.owner.patch(`/api/inboxes/${items[0].id}`, change)
    if (statusCode !== 200) throw new Error(`The inbox was not changed: ${body}`)
  }

  /** Closes every ticket that is open. */
  async closeAll(): Promise<void> {
    for (const number of this.select<number>("select number from tickets where status <> 'closed'")) {
      const { statusCode, body } = await this.owner.put(`/api/tickets/${number}/closure`)
      if (statusCode !== 204) throw new Error(`Ticket ${number} was not closed: ${body}`)
    }
  }

  /** Until everything has left; `eachTime` may move the clock meanwhile. */
  async settle(eachTime: () => void = () => {}): Promise<void> {
    const deadline = performance.now() + SETTLED_WITHIN_MS
    while (this.select<number>(WAITING)[0] !== 0) {
      if (performance.now() > deadline) throw new Error('Not every text has left')
      eachTime()
      await sleep(2)
    }
  }

  /** Of what is committed: the first column. */
  select<T>(sql: string): T[] {
    return this.#parts.file.prepare<[], T>(sql).pluck().all()
  }

  async stop(): Promise<void> {
    const { desk, provider, restore, file } = this.#parts
    this.#sender.close()
    file.close()
    await desk.stop()
    restore()
    await provider.stop()
  }
}

const WAITING = `select count(*) from messages
  where delivery_state in ('scheduled', 'queued', 'claimed', 'dispatching')`
