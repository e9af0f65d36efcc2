import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FakeMode } from '../../test/support/fake-message-bird-answers.ts'
import { LiveDesk } from '../../test/support/live-desk.ts'
import { DESK_NUMBER } from '../../test/support/live-settings.ts'
import { textRequest, type WireRequest } from '../../test/support/message-bird-requests.ts'
import { PostgresDeskLedger } from '../../test/support/postgres-desk-ledger.ts'
import type { Death } from '../failpoints/failpoints.ts'
import { MortalServer } from '../kills/mortal-server.ts'
import { fictionalNumber } from '../support/fictional-number.ts'
import type { OutgoingRow } from '../support/message-ledger.ts'
import { PostgresMessageLedger } from '../support/postgres-message-ledger.ts'
import { until } from '../support/until.ts'

interface HastyPlace {
  readonly folder: string
  readonly script: URL
  readonly databaseUrl: string
  readonly speed: number
}

export interface Delivery {
  readonly body: string
  readonly request: WireRequest
  isOk: boolean
}

interface Round {
  /** Which now is dead, or stands still. */
  readonly struck: MortalServer
  readonly other: MortalServer
  /** In the ledger, before the first of its texts. */
  readonly mark: number
  readonly deliveries: readonly Delivery[]
}

const WAVE = 16
const MAX_WAVES = 40
/** For answers that do not come from a server that stands still. */
const PATIENCE_MS = 500

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

  /** Texts come to one of the two, by turns, until it dies at that point, or stands still there. */
  async strike(round: number, at: Death, end: 'dies' | 'stands still' = 'dies'): Promise<Round> {
    const [struck, other] = round % 2 === 0 ? this.each : ([this.each[1], this.each[0]] as const)
    if (other.isDead) await other.rise(null)
    await struck.stop()
    await struck.rise(at, end)
    // Which keeps texts on their way for a while.
    this.#desks[0].provider.answerNext(...Array<FakeMode>(WAVE).fill('slow'))
    const mark = await this.ledger.mark()
    struck.arm()
    const isStruck = () => (end === 'dies' ? struck.isDead : struck.isStill)
    const deliveries: Delivery[] = []
    for (let wave = 0; wave < MAX_WAVES && !isStruck(); wave += 1) {
      const texts = planTexts(round * MAX_WAVES + wave)
      deliveries.push(...texts)
      await this.deliver(struck, texts)
    }
    await until(`a server ${end}`, isStruck)
    return { struck, other, mark, deliveries }
  }

  /** Those that got no OK so far. */
  async deliver(server: MortalServer, deliveries: readonly Delivery[]): Promise<void> {
    this.#synchronise()
    const open = deliveries.filter(({ isOk }) => !isOk)
    const answers = open.map(async (delivery) => {
      if (await server.deliver(delivery.request)) delivery.isOk = true
    })
    await Promise.race([Promise.all(answers), sleep(PATIENCE_MS)])
  }

  /** How often the provider took a text, by our own id. */
  taken(id: string): number {
    return this.#desks[0].provider.texts.filter(({ reference }) => reference === id).length
  }

  async close(): Promise<void> {
    await this.ledger.close()
    for (const server of this.each) await server.close()
    await this.#desks[0].provider.stop()
  }

  /** Whoever signs something now must know how late it is there. */
  #synchronise(): void {
    for (const server of this.each) server.setAhead((Date.now() - this.#since) * (this.speed - 1))
  }
}

function planTexts(wave: number): Delivery[] {
  return Array.from({ length: WAVE }, (_, place) => {
    const index = wave * WAVE + place
    const body = `Text ${index}`
    return { body, request: textRequest({ from: fictionalNumber(index), to: DESK_NUMBER, body }), isOk: false }
  })
}

/** By a server, dead or alive. */
export function isInHand({ state }: OutgoingRow): boolean {
  return state === 'claimed' || state === 'dispatching'
}
