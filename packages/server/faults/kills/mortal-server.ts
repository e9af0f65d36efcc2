import { execFileSync } from 'node:child_process'
import type { LiveDesk } from '../../test/support/live-desk.ts'
import type { Report, WireRequest } from '../../test/support/message-bird-requests.ts'
import { WebhookSender } from '../../test/support/webhook-sender.ts'
import { type Death, FAILPOINT_VARIABLE, STANDSTILL_VARIABLE, writeDeath } from '../failpoints/failpoints.ts'
import { DeskAgent } from '../support/desk-agent.ts'

/** Where no failpoint is meant: everything comes in at the same moment. */
export const MAX_AT_ONCE = 64

/** One server of a desk, with a death in store for each of its lives. */
export class MortalServer {
  readonly agent: DeskAgent
  readonly #desk: LiveDesk
  readonly #sender: WebhookSender
  #death: Death | null = null
  #isDead = false
  #ended: Promise<void>

  constructor(desk: LiveDesk) {
    const { server, webhooks } = desk
    this.#desk = desk
    this.agent = new DeskAgent(server.url)
    this.#sender = new WebhookSender({ url: server.url, webhooks, connections: MAX_AT_ONCE })
    this.#ended = this.#watchEnd()
  }

  setUpCode(): Promise<string> {
    return this.#desk.server.setUpCode()
  }

  /** Null: at any moment, and not by itself. */
  get death(): Death | null {
    return this.#death
  }

  get isDead(): boolean {
    return this.#isDead
  }

  /** Whether it stands still, as a machine does that was put to sleep. */
  get isStill(): boolean {
    const state = execFileSync('ps', ['-o', 'state=', '-p', String(this.#desk.server.pid)], { encoding: 'utf8' })
    return state.startsWith('T')
  }

  /** Dies at that point once it is armed, or only stands still there. */
  async rise(death: Death | null, end: 'dies' | 'stands still' = 'dies'): Promise<void> {
    this.#death = death
    await this.#desk.server.start({
      ...(death && { [FAILPOINT_VARIABLE]: writeDeath(death) }),
      ...(end === 'stands still' && { [STANDSTILL_VARIABLE]: 'yes' }),
    })
    this.#isDead = false
    this.#ended = this.#watchEnd()
  }

  /** From now on it counts how often it passes the point of its death. */
  arm(): void {
    process.kill(this.#desk.server.pid, 'SIGUSR2')
  }

  /** After a standstill. */
  goOn(): void {
    process.kill(this.#desk.server.pid, 'SIGCONT')
  }

  async kill(): Promise<void> {
    await this.#desk.server.kill()
    await this.#ended
  }

  async stop(): Promise<void> {
    await this.#desk.server.stop()
    await this.#ended
  }

  /** By how much its clock is ahead, for the signatures of what it is told. */
  setAhead(aheadMs: number): void {
    this.#desk.webhooks.aheadMs = aheadMs
  }

  /** Whether it said OK. */
  async deliver(request: WireRequest): Promise<boolean> {
    const answer = await this.#sender.deliver(request).catch(() => null)
    return answer?.status === 200 && answer.body === 'OK'
  }

  async report(report: Report): Promise<boolean> {
    const answer = await this.#desk.webhooks.sendReport(report).catch(() => null)
    return answer?.status === 200
  }

  async close(): Promise<void> {
    this.#sender.close()
    await this.stop()
  }

  async #watchEnd(): Promise<void> {
    await this.#desk.server.ended()
    this.#isDead = true
  }
}
