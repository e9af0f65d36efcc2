import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { DeskLedger } from '../../test/support/desk-ledger.ts'
import { LiveDesk } from '../../test/support/live-desk.ts'
import { WebhookSender } from '../../test/support/webhook-sender.ts'
import { FAILPOINT_VARIABLE, writeDeath } from '../failpoints/failpoints.ts'
import { atOnce } from '../support/at-once.ts'
import { DeskAgent } from '../support/desk-agent.ts'
import { MessageLedger } from '../support/message-ledger.ts'
import { until } from '../support/until.ts'
import { CycleJudge } from './cycle-judge.ts'
import { type KillCycle, type KillDelivery, type KillReply, planCycle } from './kill-plan.ts'
import type { End, KillTally } from './kill-tally.ts'
import { ProviderSide } from './provider-side.ts'

const TEXTS_AT_ONCE = 8
/** Where no failpoint is meant: everything comes in at the same moment. */
const MOST_AT_ONCE = 64
const REPLIES_AT_ONCE = 3
/** Every life begins that much later by the desk's clock: what was uncertain must be settled or shown by then. */
const BETWEEN_LIVES_MS = 12 * 60_000
/** A session lasts 30 days of the desk's clock. */
const SIGN_IN_EVERY = 1_000

/** A desk that is killed over and over on one file, and asked after each kill what became of everything. */
export class KilledDesk {
  readonly #desk: LiveDesk
  readonly #tally: KillTally
  readonly #agent: DeskAgent
  readonly #sender: WebhookSender
  readonly #ledger: MessageLedger
  readonly #provider: ProviderSide
  #lives = 0

  private constructor(desk: LiveDesk, tally: KillTally) {
    const { server, webhooks } = desk
    this.#desk = desk
    this.#tally = tally
    this.#agent = new DeskAgent(server.url)
    this.#sender = new WebhookSender({ url: server.url, webhooks, connections: MOST_AT_ONCE })
    this.#ledger = new MessageLedger(server.databaseFile)
    this.#provider = new ProviderSide(desk)
  }

  static async open({ folder, script, tally }: { folder: string; script: URL; tally: KillTally }): Promise<KilledDesk> {
    const env = { NODE_COMPILE_CACHE: join(folder, 'compiled'), LOG_LEVEL: 'error' }
    const desk = new KilledDesk(await LiveDesk.start({ folder, script, env }), tally)
    await desk.#agent.setUp()
    new DeskLedger(desk.#desk.server.databaseFile).liftBudgets()
    // Only a process that ends by itself leaves its compiled code behind.
    await desk.#desk.server.stop()
    return desk
  }

  async dieAndRise(cycles: number, say: (cycle: number) => void): Promise<void> {
    const judge = new CycleJudge({
      tally: this.#tally,
      agent: this.#agent,
      ledger: this.#ledger,
      provider: this.#provider,
      deliver: (delivery) => this.#deliver(delivery),
    })
    for (let index = 0; index < cycles; index += 1) {
      say(index)
      const cycle = planCycle(index, judge.openTickets)
      await this.#start(cycle)
      await judge.judgeLast()
      judge.watch(index, cycle)
      this.#tally.kill(cycle.death, await this.#loadAndKill(cycle))
    }
    await this.#start(null)
    await judge.judgeLast()
    judge.judgeAll()
  }

  async close(): Promise<void> {
    this.#ledger.close()
    this.#sender.close()
    await this.#desk.stop()
  }

  async #start(cycle: KillCycle | null): Promise<void> {
    this.#lives += 1
    const aheadMs = this.#lives * BETWEEN_LIVES_MS
    this.#desk.webhooks.aheadMs = aheadMs
    const death = cycle?.death ? { [FAILPOINT_VARIABLE]: writeDeath(cycle.death) } : {}
    await this.#desk.server.start({ ...death, DESK_CLOCK_AHEAD_MS: String(aheadMs) })
    if (this.#lives % SIGN_IN_EVERY === 0) await this.#agent.signIn()
  }

  /** Texts and replies come in together until the process is dead. */
  async #loadAndKill({ death, deliveries, replies }: KillCycle): Promise<End> {
    const { server } = this.#desk
    let left = death ? Number.POSITIVE_INFINITY : randomInt(deliveries.length + replies.length)
    let end: End = death ? 'at its failpoint' : 'at random'
    let dead = false
    const ended = server.ended().then(() => {
      dead = true
    })
    const hear = () => {
      left -= 1
      if (left < 0) void server.kill()
    }
    process.kill(server.pid, 'SIGUSR2')
    const load = Promise.all([
      atOnce(death ? TEXTS_AT_ONCE : MOST_AT_ONCE, deliveries, (delivery) => this.#deliver(delivery).then(hear)),
      atOnce(REPLIES_AT_ONCE, replies, (reply) => this.#reply(reply).then(hear)),
    ])
    await load
    await until('the load was worked off', () => dead || this.#ledger.leaving() === 0)
    await this.#provider.settle()
    if (!dead) {
      end = 'after the load'
      await server.kill()
    }
    await ended
    return end
  }

  async #deliver(delivery: KillDelivery): Promise<boolean> {
    const answer = await this.#sender.deliver(delivery.request).catch(() => null)
    delivery.acknowledged = answer?.status === 200 && answer.body === 'OK'
    return delivery.acknowledged
  }

  async #reply(reply: KillReply): Promise<void> {
    reply.acknowledged = await this.#agent.reply(reply)
  }
}
