import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import type { FakeMessageBird } from '../../test/support/fake-message-bird.ts'
import { LiveDesk } from '../../test/support/live-desk.ts'
import type { Report } from '../../test/support/message-bird-requests.ts'
import type { DeskAgent } from '../support/desk-agent.ts'
import { SharedClock } from '../support/shared-clock.ts'
import { type KillDelivery, type KillReply, planDeath } from './kill-plan.ts'
import { MortalServer } from './mortal-server.ts'

export interface ServersPlace {
  readonly folder: string
  readonly script: URL
  readonly databaseUrl: string
  readonly servers: number
}

/** A session lasts 30 days of the desk's clock. */
const SIGN_IN_EVERY = 1_000

/** All servers of one desk. Whoever gets no answer from one asks the next one at once. */
export class MortalServers {
  readonly each: readonly MortalServer[]
  readonly provider: FakeMessageBird
  readonly #clock: SharedClock
  #rises = 0
  #lives = 0

  private constructor(desks: readonly LiveDesk[], provider: FakeMessageBird, clock: SharedClock) {
    this.each = desks.map((desk) => new MortalServer(desk))
    this.provider = provider
    this.#clock = clock
  }

  static async open({ folder, script, databaseUrl, servers }: ServersPlace): Promise<MortalServers> {
    const clock = new SharedClock(join(folder, 'clock'))
    const env = {
      DATABASE_URL: databaseUrl,
      DESK_CLOCK_FILE: clock.file,
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
      LOG_LEVEL: 'error',
    }
    const first = await LiveDesk.start({ folder, script, env })
    const desks = [first]
    while (desks.length < servers) desks.push(await LiveDesk.start({ folder, script, env }, first.provider))
    return new MortalServers(desks, first.provider, clock)
  }

  /** An agent at work on a server that is known to live. */
  get agent(): DeskAgent {
    return this.#at(0).agent
  }

  /** The owner makes an account and is at work on every server; then they stop, each in the orderly way. */
  async begin(): Promise<void> {
    await this.agent.setUp(await this.#at(0).setUpCode())
    for (const { agent } of this.each.slice(1)) await agent.signIn()
    // Only a process that ends by itself leaves its compiled code behind.
    for (const server of this.each) await server.stop()
  }

  /** Those that are dead start again, so much later by the clock of all. */
  async rise(laterMs: number): Promise<void> {
    this.#clock.advance(laterMs)
    for (const server of this.each) server.setAhead(this.#clock.aheadMs)
    const dead = this.each.filter(({ isDead }) => isDead)
    await Promise.all(dead.map((server) => server.rise(planDeath(this.#lives++, this.each.length))))
    this.#rises += 1
    if (this.#rises % SIGN_IN_EVERY === 0) for (const { agent } of this.each) await agent.signIn()
  }

  /** Whether one of them said OK. */
  async deliver(delivery: KillDelivery): Promise<boolean> {
    delivery.acknowledged = await this.#ask(delivery.door, (server) => server.deliver(delivery.request))
    return delivery.acknowledged
  }

  async reply(reply: KillReply): Promise<boolean> {
    reply.acknowledged = await this.#ask(reply.door, ({ agent }) => agent.reply(reply))
    return reply.acknowledged
  }

  report(report: Report): Promise<boolean> {
    return this.#ask(randomInt(this.each.length), (server) => server.report(report))
  }

  async close(): Promise<void> {
    for (const server of this.each) await server.close()
    await this.provider.stop()
    this.#clock.close()
  }

  async #ask(door: number, ask: (server: MortalServer) => Promise<boolean>): Promise<boolean> {
    for (let tries = 0; tries < this.each.length; tries += 1) {
      if (await ask(this.#at(door + tries))) return true
    }
    return false
  }

  #at(place: number): MortalServer {
    const server = this.each[place % this.each.length]
    if (!server) throw new Error('A desk without a server')
    return server
  }
}
