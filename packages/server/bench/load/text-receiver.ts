import { mkdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { DESK_NUMBER, type LiveDesk, PUBLIC_URL, SIGNING_KEY } from '../../test/support/live-desk.ts'
import { WriteAheadLog } from '../desk/write-ahead-log.ts'
import type { LoadOrder, LoadReport } from './load-messages.ts'
import type { TextLoad } from './text-load.ts'

const TEXT_PATH = '/webhook'
const LOOK_EVERY_MS = 50

/** How long a run must be at least. */
export interface RunLength {
  readonly seconds: number
  readonly checkpoints: number
}

export interface TextRun extends LoadReport {
  readonly checkpoints: number
  /** Texts per transaction, on average. */
  readonly batch: number
}

/** One desk under load: knows how far its conversations are and what it did to its file. */
export class TextReceiver {
  readonly #desk: LiveDesk
  readonly #load: TextLoad
  readonly #log: WriteAheadLog
  readonly #connections: number
  #known = 0
  #next = 0

  constructor(parts: { desk: LiveDesk; load: TextLoad; connections: number }) {
    this.#desk = parts.desk
    this.#load = parts.load
    this.#connections = parts.connections
    this.#log = new WriteAheadLog(parts.desk.server.databaseFile)
  }

  static async open(parts: { folder: string; start: (folder: string) => Promise<LiveDesk>; load: TextLoad; connections: number }) {
    mkdirSync(parts.folder, { recursive: true })
    return new TextReceiver({ ...parts, desk: await parts.start(parts.folder) })
  }

  /** Opens the conversations that later texts go on with, and waits until their confirmations have left. */
  async warmUp(conversations: number): Promise<void> {
    await this.#send({ amount: conversations })
    this.#known = conversations
    await this.settle()
  }

  /** Stores texts for so long. @throws when one of them was not answered OK, or is not in the database afterwards. */
  async run(least: RunLength): Promise<TextRun> {
    const before = { checkpoints: this.#log.checkpoints(), commits: this.#log.commits(), texts: this.#stored() }
    const report = await this.#send({}, this.#lasted(least, before.checkpoints))
    const checkpoints = this.#log.checkpoints() - before.checkpoints
    const batch = report.ok / (this.#log.commits() - before.commits)
    const stored = this.#stored() - before.texts
    if (report.failed > 0) throw new Error(`${report.failed} texts were not answered OK`)
    if (stored < report.ok) throw new Error(`${report.ok} texts were answered OK, and only ${stored} are stored`)
    await this.settle()
    return { ...report, checkpoints, batch }
  }

  /** The same texts to the route that stores nothing. */
  parse(path: string, seconds: number): Promise<LoadReport> {
    return this.#send({ path }, sleep(seconds * 1_000))
  }

  /** Nothing is left to do: everything is indexed, and no text is on its way. */
  async settle(): Promise<void> {
    while (this.#query<number>(UNSETTLED) > 0) await sleep(LOOK_EVERY_MS)
  }

  close(): Promise<void> {
    return this.#desk.stop()
  }

  async #send(order: Partial<LoadOrder>, enough?: Promise<void>): Promise<LoadReport> {
    const report = await this.#load.send(
      {
        url: this.#desk.server.url,
        publicUrl: PUBLIC_URL,
        path: TEXT_PATH,
        signingKey: SIGNING_KEY,
        to: DESK_NUMBER,
        connections: this.#connections,
        conversations: { known: this.#known, next: this.#next },
        amount: null,
        ...order,
      },
      enough,
    )
    this.#next = report.next
    return report
  }

  async #lasted({ seconds, checkpoints }: RunLength, checkpointsBefore: number): Promise<void> {
    await sleep(seconds * 1_000)
    while (this.#log.checkpoints() - checkpointsBefore < checkpoints) await sleep(LOOK_EVERY_MS)
  }

  #stored(): number {
    return this.#query("select count(*) from messages where direction = 'in'")
  }

  #query<T>(sql: string): T {
    const db = new Database(this.#desk.server.databaseFile, { readonly: true })
    try {
      return db.prepare<[], T>(sql).pluck().get() as T
    } finally {
      db.close()
    }
  }
}

const UNSETTLED = `select
  (select ifnull(max(row), 0) from messages) - (select last_row from search_progress where subject = 'messages')
  + (select count(*) from messages where delivery_state in ('scheduled', 'queued', 'claimed', 'dispatching'))`
