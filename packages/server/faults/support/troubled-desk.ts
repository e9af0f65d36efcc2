import { join } from 'node:path'
import { DeskLedger } from '../../test/support/desk-ledger.ts'
import { FakeMessageBird } from '../../test/support/fake-message-bird.ts'
import { FaultProxy } from '../../test/support/fault-proxy.ts'
import { LiveDesk } from '../../test/support/live-desk.ts'
import { DESK_NUMBER } from '../../test/support/live-settings.ts'
import { textRequest } from '../../test/support/message-bird-requests.ts'
import { WebhookSender } from '../../test/support/webhook-sender.ts'
import { atOnce } from './at-once.ts'
import { fictionalNumber } from './fictional-number.ts'
import { MessageLedger, type OutgoingRow } from './message-ledger.ts'
import { until } from './until.ts'

const DESK = new URL('../failpoints/mortal-desk.ts', import.meta.url)
const ACCESS_KEY = 'key_of_the_faults'
const AT_ONCE = 16

/** A desk whose way to the provider leads through a proxy: every text that comes in makes it send a confirmation. */
export class TroubledDesk {
  readonly proxy: FaultProxy
  readonly provider: FakeMessageBird
  readonly ledger: MessageLedger
  readonly #desk: LiveDesk
  readonly #sender: WebhookSender
  #numbers = 0
  #aheadMs = 0

  private constructor(desk: LiveDesk, proxy: FaultProxy) {
    this.#desk = desk
    this.proxy = proxy
    this.provider = desk.provider
    this.ledger = new MessageLedger(desk.server.databaseFile)
    const { server, webhooks } = desk
    this.#sender = new WebhookSender({ url: server.url, webhooks, connections: AT_ONCE })
  }

  static async open(folder: string): Promise<TroubledDesk> {
    const provider = await FakeMessageBird.start({ accessKey: ACCESS_KEY })
    const proxy = await FaultProxy.start(provider.url)
    const env = {
      FAKE_MESSAGEBIRD_URL: proxy.url.href,
      MESSAGEBIRD_API_KEY: ACCESS_KEY,
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
      LOG_LEVEL: 'error',
    }
    const desk = await LiveDesk.start({ folder, script: DESK, env }, provider)
    new DeskLedger(desk.server.databaseFile).liftBudgets()
    return new TroubledDesk(desk, proxy)
  }

  /** By the desk's clock. */
  now(): number {
    return Date.now() + this.#aheadMs
  }

  /** So many new customers text, and the desk begins to confirm each. */
  async begin(count: number): Promise<() => OutgoingRow[]> {
    const mark = this.ledger.mark()
    const numbers = Array.from({ length: count }, () => fictionalNumber(this.#numbers++))
    await atOnce(AT_ONCE, numbers, async (from) => {
      const { status } = await this.#sender.deliver(textRequest({ from, to: DESK_NUMBER, body: `Hello from ${from}` }))
      if (status !== 200) throw new Error(`A text was answered ${status}`)
    })
    const end = this.ledger.mark()
    return () => this.ledger.outgoingSince(mark, end)
  }

  /** The same, until nothing is on its way any more. */
  async send(count: number): Promise<OutgoingRow[]> {
    const rows = await this.begin(count)
    await until('every text had its outcome', () => this.ledger.leaving() === 0)
    return rows()
  }

  /** The provider reports of a text, by our own id; whether the desk said OK. */
  async report(reference: string, status: string): Promise<boolean> {
    return (await this.#desk.webhooks.sendReport({ reference, status })).status === 200
  }

  /** The desk is started anew, so much later. */
  async later(byMs: number): Promise<void> {
    this.#aheadMs += byMs
    this.#desk.webhooks.aheadMs = this.#aheadMs
    await this.#desk.server.stop()
    await this.#desk.server.start({ DESK_CLOCK_AHEAD_MS: String(this.#aheadMs) })
  }

  /** How often the provider took each of these. */
  taken(rows: readonly OutgoingRow[]): number[] {
    return rows.map(({ id }) => this.provider.texts.filter(({ reference }) => reference === id).length)
  }

  async close(): Promise<void> {
    this.#sender.close()
    this.ledger.close()
    await this.#desk.stop()
    await this.proxy.stop()
  }
}
