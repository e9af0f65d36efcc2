import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { atOnce } from '../support/at-once.ts'
import { until } from '../support/until.ts'
import { CycleJudge } from './cycle-judge.ts'
import type { KillLedger } from './kill-ledger.ts'
import { type KillCycle, planCycle } from './kill-plan.ts'
import type { KillTally } from './kill-tally.ts'
import type { KilledDatabase } from './killed-database.ts'
import { MAX_AT_ONCE, type MortalServer } from './mortal-server.ts'
import { MortalServers } from './mortal-servers.ts'
import { ProviderSide } from './provider-side.ts'

interface KilledDeskOptions {
  readonly folder: string
  readonly script: URL
  readonly database: KilledDatabase
  readonly servers: number
  readonly tally: KillTally
}

const TEXTS_AT_ONCE = 8
const REPLIES_AT_ONCE = 3
/** Every life begins that much later by the desk's clock: what was uncertain must be settled or shown by then. */
const BETWEEN_LIVES_MS = 12 * 60_000
/** What does not move for so long waits for somebody who is dead. */
const QUIET_MS = 300

/** A desk whose servers are killed over and over on one database, and asked after each kill what became of everything. */
export class KilledDesk {
  readonly #servers: MortalServers
  readonly #ledger: KillLedger
  readonly #tally: KillTally
  readonly #provider: ProviderSide

  private constructor(servers: MortalServers, ledger: KillLedger, tally: KillTally) {
    this.#servers = servers
    this.#ledger = ledger
    this.#tally = tally
    const { provider } = servers
    this.#provider = new ProviderSide({ provider, tell: (report) => servers.report(report) })
  }

  static async open({ tally, database, ...place }: KilledDeskOptions): Promise<KilledDesk> {
    const servers = await MortalServers.open({ ...place, databaseUrl: database.url })
    await servers.begin()
    return new KilledDesk(servers, await database.open(), tally)
  }

  async dieAndRise(cycles: number, say: (cycle: number) => void): Promise<void> {
    const judge = new CycleJudge({
      tally: this.#tally,
      agent: this.#servers.agent,
      ledger: this.#ledger,
      provider: this.#provider,
      deliver: (delivery) => this.#servers.deliver(delivery),
    })
    for (let index = 0; index < cycles; index += 1) {
      say(index)
      await this.#servers.rise(BETWEEN_LIVES_MS)
      await judge.judgeLast()
      const cycle = planCycle(index, judge.openTickets, this.#servers.each.length)
      await judge.watch(index, cycle)
      await this.#loadAndKill(index, cycle)
    }
    await this.#servers.rise(BETWEEN_LIVES_MS)
    await judge.judgeLast()
    await judge.judgeAll()
  }

  async close(): Promise<void> {
    await this.#ledger.close()
    await this.#servers.close()
  }

  /** Texts and replies come in together until those who are to die are dead. */
  async #loadAndKill(index: number, { deliveries, replies, victims: places }: KillCycle): Promise<void> {
    const victims = this.#servers.each.filter((_, place) => places.includes(place))
    const atRandom = victims.filter(({ death }) => death === null)
    const moments = atRandom.map((server) => ({ server, left: randomInt(deliveries.length + replies.length) }))
    let heard = 0
    const hear = () => {
      for (const { server, left } of moments) if (left === heard) void server.kill()
      heard += 1
    }
    for (const server of victims) server.arm()
    await Promise.all([
      atOnce(atRandom.length > 0 ? MAX_AT_ONCE : TEXTS_AT_ONCE, deliveries, (text) =>
        this.#servers.deliver(text).then(hear),
      ),
      atOnce(REPLIES_AT_ONCE, replies, (reply) => this.#servers.reply(reply).then(hear)),
    ])
    await until('the load was worked off', () => this.#isWorkedOff(victims))
    await this.#provider.settle()
    await this.#bury(index, victims)
  }

  /** What a dead server had claimed lies there until its lease is over. */
  async #isWorkedOff(victims: readonly MortalServer[]): Promise<boolean> {
    if (victims.every(({ isDead }) => isDead)) return true
    const leaving = await this.#ledger.leaving()
    if (leaving === 0) return true
    if (!victims.some(({ isDead }) => isDead)) return false
    await sleep(QUIET_MS)
    return (await this.#ledger.leaving()) === leaving
  }

  async #bury(index: number, victims: readonly MortalServer[]): Promise<void> {
    for (const server of victims) {
      const end = server.death ? 'at its failpoint' : 'at random'
      this.#tally.kill(server.death, server.isDead ? end : 'after the load')
      await server.kill()
    }
    const gone = this.#servers.each.filter((server) => server.isDead && !victims.includes(server))
    this.#tally.blame(
      'servers that died unasked',
      gone.map(() => 'one'),
      index,
    )
  }
}
