import { setTimeout as sleep } from 'node:timers/promises'
import type { LiveDesk } from '../../test/support/live-desk.ts'
import { DESK_NUMBER, PUBLIC_URL, SIGNING_KEY } from '../../test/support/live-settings.ts'
import { AskedProcess } from '../asked-process.ts'
import type { PostgresDesk } from '../desk/postgres-desk.ts'
import type { LoadOrder, LoadReport } from './load-messages.ts'
import type { TextLoad } from './text-receiver.ts'

const SENDERS = 2
/** Each sender begins its conversations in a hundred million of its own. */
const RANGE = 100_000_000
const TEXT_PATH = '/webhook'
const LOOK_EVERY_MS = 50

interface Sender {
  readonly load: TextLoad
  readonly first: number
  next: number
}

/** Two processes that send texts to one desk in PostgreSQL: to one of its servers, or each to another. */
export class PostgresLoad {
  readonly #desk: PostgresDesk
  readonly #connections: number
  readonly #senders: readonly Sender[]
  #known = 0

  /** `connections` are those of both together. */
  constructor(desk: PostgresDesk, connections: number) {
    this.#desk = desk
    this.#connections = connections
    this.#senders = Array.from({ length: SENDERS }, (_, place) => ({
      load: new AskedProcess<LoadOrder, LoadReport>(new URL('load-process.ts', import.meta.url)),
      first: place * RANGE,
      next: place * RANGE,
    }))
  }

  /** Opens the conversations that later texts go on with, and warms up every server. */
  async warmUp(conversations: number): Promise<void> {
    await this.#send(this.#desk.servers, conversations)
    this.#known = conversations / SENDERS
    await this.#settle()
  }

  /** Texts per second. @throws when a text was not answered OK, or is not in the database afterwards. */
  async store(servers: readonly LiveDesk[], texts: number): Promise<number> {
    const before = await this.#stored()
    const reports = await this.#send(servers, texts)
    const stored = (await this.#stored()) - before
    if (stored !== texts) throw new Error(`${texts} texts were answered OK, and ${stored} of them are stored`)
    await this.#settle()
    return texts / Math.max(...reports.map(({ seconds }) => seconds))
  }

  close(): void {
    for (const { load } of this.#senders) load.close()
  }

  async #send(servers: readonly LiveDesk[], texts: number): Promise<LoadReport[]> {
    const reports = await Promise.all(
      this.#senders.map((sender, place) => {
        const server = servers[place % servers.length] ?? this.#desk.first
        return this.#order(sender, server, texts / SENDERS)
      }),
    )
    const failed = reports.reduce((sum, report) => sum + report.failed, 0)
    if (failed > 0) throw new Error(`${failed} of ${texts} texts were not answered OK`)
    return reports
  }

  async #order(sender: Sender, { server }: LiveDesk, texts: number): Promise<LoadReport> {
    const report = await sender.load.ask({
      url: server.url,
      publicUrl: PUBLIC_URL,
      path: TEXT_PATH,
      signingKey: SIGNING_KEY,
      to: DESK_NUMBER,
      connections: this.#connections / SENDERS,
      conversations: { known: this.#known, next: sender.next, first: sender.first },
      texts,
    })
    sender.next = report.next
    return report
  }

  /** No text is on its way any more. */
  async #settle(): Promise<void> {
    while ((await this.#desk.number(UNSETTLED)) > 0) await sleep(LOOK_EVERY_MS)
  }

  #stored(): Promise<number> {
    return this.#desk.number("select count(*) from messages where direction = 'in'")
  }
}

const UNSETTLED =
  "select count(*) from messages where delivery_state in ('scheduled', 'queued', 'claimed', 'dispatching')"
