import { mkdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { LiveDesk } from '../../test/support/live-desk.ts'
import { DESK_NUMBER, PUBLIC_URL, SIGNING_KEY } from '../../test/support/live-settings.ts'
import type { AskedProcess } from '../asked-process.ts'
import { WriteAheadLog } from '../desk/write-ahead-log.ts'
import type { LoadOrder, LoadReport } from './load-messages.ts'

/** Sends from a process of its own, so that sending takes nothing from who receives. */
export type TextLoad = AskedProcess<LoadOrder, LoadReport>

const TEXT_PATH = '/webhook'
const LOOK_EVERY_MS = 50

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

  private constructor(desk: LiveDesk, load: TextLoad, connections: number) {
    this.#desk = desk
    this.#load = load
    this.#connections = connections
    this.#log = new WriteAheadLog(desk.server.databaseFile)
  }

  static async open(parts: {
    folder: string
    start: (at: { folder: string }) => Promise<LiveDesk>
    load: TextLoad
    connections: number
  }): Promise<TextReceiver> {
    const { folder, start, load, connections } = parts
    mkdirSync(folder)
    return new TextReceiver(await start({ folder }), load, connections)
  }

  /** Opens the conversations that later texts go on with. */
  async warmUp(conversations: number): Promise<void> {
    await this.#send(TEXT_PATH, conversations)
    this.#known = conversations
    await this.#settle()
  }

  /** @throws when a text was not answered OK, or is not in the database afterwards. */
  async store(texts: number): Promise<TextRun> {
    const before = { checkpoints: this.#log.checkpoints(), commits: this.#log.commits(), texts: this.#stored() }
    const report = await this.#send(TEXT_PATH, texts)
    const checkpoints = this.#log.checkpoints() - before.checkpoints
    const batch = report.ok / (this.#log.commits() - before.commits)
    const stored = this.#stored() - before.texts
    if (stored !== texts) throw new Error(`${texts} texts were answered OK, and ${stored} of them are stored`)
    await this.#settle()
    return { ...report, checkpoints, batch }
  }

  /** The same texts to a route that stores nothing. */
  parse(path: string, texts: number): Promise<LoadReport> {
    return this.#send(path, texts)
  }

  close(): Promise<void> {
    return this.#desk.stop()
  }

  async #send(path: string, texts: number): Promise<LoadReport> {
    const report = await this.#load.ask({
      url: this.#desk.server.url,
      publicUrl: PUBLIC_URL,
      path,
      signingKey: SIGNING_KEY,
      to: DESK_NUMBER,
      connections: this.#connections,
      conversations: { known: this.#known, next: this.#next },
      texts,
    })
    if (report.failed > 0) throw new Error(`${report.failed} of ${texts} texts were not answered OK`)
    this.#next = report.next
    return report
  }

  /** Nothing is left to do: everything is indexed, and no text is on its way. */
  async #settle(): Promise<void> {
    while (this.#query(UNSETTLED) > 0) await sleep(LOOK_EVERY_MS)
  }

  #stored(): number {
    return this.#query("select count(*) from messages where direction = 'in'")
  }

  #query(sql: string): number {
    const db = new Database(this.#desk.server.databaseFile, { readonly: true })
    try {
      return db.prepare<[], number>(sql).pluck().get() ?? 0
    } finally {
      db.close()
    }
  }
}

const UNSETTLED = `select
  (select ifnull(max(row), 0) from messages) - (select last_row from search_progress where subject = 'messages')
  + (select count(*) from messages where delivery_state in ('scheduled', 'queued', 'claimed', 'dispatching'))`
