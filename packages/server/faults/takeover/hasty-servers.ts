import { join } from 'node:path'
import type { FakeMode } from '../../test/support/fake-message-bird-answers.ts'
import { LiveDesk } from '../../test/support/live-desk.ts'
import { PostgresDeskLedger } from '../../test/support/postgres-desk-ledger.ts'
import { MortalServer } from '../kills/mortal-server.ts'
import { PostgresMessageLedger } from '../support/postgres-message-ledger.ts'

interface HastyPlace {
  readonly folder: string
  readonly script: URL
  readonly databaseUrl: string
  readonly speed: number
}

/** Two servers of one desk, for whom time runs faster than for this process. */
export class HastyServers {
  readonly each: readonly [MortalServer, MortalServer]
  readonly ledger: PostgresMessageLedger
  readonly speed: number
  readonly #desks: readonly [LiveDesk, LiveDesk]
  readonly #since: number

  private constructor(desks: readonly [LiveDesk, LiveDesk], { databaseUrl, speed }: HastyPlace, since: number) {
    this.each = [new MortalServer(desks[0]), new MortalServer(desks[1])]
    this.ledger = new PostgresMessageLedger(databaseUrl)
    this.speed = speed
    this.#desks = desks
    this.#since = since
  }

  static async open(place: HastyPlace): Promise<HastyServers> {
    const { folder, script, databaseUrl, speed } = place
    const since = Date.now()
    const env = {
      DATABASE_URL: databaseUrl,
      DESK_CLOCK_SPEED: String(speed),
      DESK_CLOCK_SINCE: String(since),
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
      LOG_LEVEL: 'error',
    }
    const first = await LiveDesk.start({ folder, script, env })
    const second = await LiveDesk.start({ folder, script, env }, first.provider)
    await new PostgresDeskLedger(databaseUrl).liftBudgets()
    return new HastyServers([first, second], place, since)
  }

  /** How often the provider took a text, by our own id. */
  taken(id: string): number {
    return this.#desks[0].provider.texts.filter(({ reference }) => reference === id).length
  }

  /** To so many texts, which keeps them on their way for a while. */
  answerSlowly(texts: number): void {
    this.#desks[0].provider.answerNext(...Array<FakeMode>(texts).fill('slow'))
  }

  /** Whoever signs something now must know how late it is there. */
  synchronise(): void {
    for (const server of this.each) server.setAhead((Date.now() - this.#since) * (this.speed - 1))
  }

  async close(): Promise<void> {
    await this.ledger.close()
    for (const server of this.each) await server.close()
    await this.#desks[0].provider.stop()
  }
}
