import type { Statement } from 'better-sqlite3'
import { openWriter } from '../../src/persistence/sqlite/connections.ts'
import type { Step } from './statement-recorder.ts'

/**
 * Executes the recorded statements through bare better-sqlite3, on a connection set up like the desk's. It goes on where it
 * stopped, so that its file grows as the desk's does: a larger one costs more.
 */
export class Replay {
  readonly #db: ReturnType<typeof openWriter>
  readonly #units: readonly Step[][]
  readonly #prepared = new Map<string, Statement>()
  #done = 0

  constructor(file: string, units: readonly Step[][]) {
    this.#db = openWriter(file)
    this.#units = units
    for (const { sql } of units.flat()) this.#prepared.set(sql, this.#prepared.get(sql) ?? this.#db.prepare(sql))
  }

  /** Texts per second, for the next `texts` of them, `group` to a transaction. */
  run({ texts, group }: { texts: number; group: number }): number {
    const next = this.#units.slice(this.#done, this.#done + texts)
    if (next.length < texts) throw new Error('More texts were asked for than recorded')
    this.#done += texts
    const [begin, commit] = [this.#db.prepare('begin immediate'), this.#db.prepare('commit')]
    const started = performance.now()
    for (let at = 0; at < texts; at += group) {
      begin.run()
      for (const unit of next.slice(at, at + group)) this.#execute(unit)
      commit.run()
    }
    return texts / ((performance.now() - started) / 1_000)
  }

  #execute(unit: readonly Step[]): void {
    for (const { sql, method, values } of unit) this.#prepared.get(sql)?.[method](...values)
  }
}
