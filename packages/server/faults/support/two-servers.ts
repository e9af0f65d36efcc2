import { join } from 'node:path'
import { LiveDesk } from '../../test/support/live-desk.ts'
import type { WireRequest } from '../../test/support/message-bird-requests.ts'
import type { WireAnswer } from '../../test/support/message-bird-webhooks.ts'
import { PostgresDeskLedger } from '../../test/support/postgres-desk-ledger.ts'
import { WebhookSender } from '../../test/support/webhook-sender.ts'

export interface TwoServersPlace {
  readonly folder: string
  /** Where the database is, past whatever lies between it and a server. */
  readonly databaseUrl: string
  /** How each of the two finds it; without anything in between when left out. */
  readonly waysThere?: readonly [string, string]
  /** To each server. */
  readonly connections: number
  readonly env?: Readonly<Record<string, string>>
}

/** Two processes that serve one desk in PostgreSQL, and a provider that both send through. */
export class TwoServers {
  readonly desks: readonly [LiveDesk, LiveDesk]
  readonly ledger: PostgresDeskLedger
  readonly #senders: readonly [WebhookSender, WebhookSender]

  private constructor(desks: readonly [LiveDesk, LiveDesk], { databaseUrl, connections }: TwoServersPlace) {
    const senderTo = ({ server: { url }, webhooks }: LiveDesk) => new WebhookSender({ url, webhooks, connections })
    this.desks = desks
    this.ledger = new PostgresDeskLedger(databaseUrl)
    this.#senders = [senderTo(desks[0]), senderTo(desks[1])]
  }

  static async start(place: TwoServersPlace): Promise<TwoServers> {
    const { folder, databaseUrl, waysThere = [databaseUrl, databaseUrl], env } = place
    const optionsFor = (url: string) => ({
      folder,
      env: { DATABASE_URL: url, NODE_COMPILE_CACHE: join(folder, 'compiled'), LOG_LEVEL: 'error', ...env },
    })
    const first = await LiveDesk.start(optionsFor(waysThere[0]))
    const second = await LiveDesk.start(optionsFor(waysThere[1]), first.provider)
    const servers = new TwoServers([first, second], place)
    await servers.ledger.liftBudgets()
    return servers
  }

  /** Rejects when the connection breaks. */
  deliver(door: 0 | 1, request: WireRequest): Promise<WireAnswer> {
    return this.#senders[door].deliver(request)
  }

  async stop(): Promise<void> {
    for (const sender of this.#senders) sender.close()
    for (const { server } of this.desks) await server.stop()
    await this.desks[0].provider.stop()
  }
}
