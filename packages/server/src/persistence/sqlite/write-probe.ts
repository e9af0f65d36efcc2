import { query } from '../query.ts'
import type { GroupCommit } from './group-commit.ts'
import type { WorkSession } from './work-session.ts'

/** More than a text adds to the file: where this finds room, a text does too. */
const PROBE = 'x'.repeat(32 * 1024)
const KEY = 'write-probe'
/** Anybody may ask whether the desk is ready, and each proof is written to the disk. */
const GOOD_FOR_MS = 1_000

/** Finds out by writing whether something can be written: a full disk lets everything else pass, an empty commit too. */
export class WriteProbe {
  readonly #commits: GroupCommit
  #provedAt = Number.NEGATIVE_INFINITY

  constructor(commits: GroupCommit) {
    this.#commits = commits
  }

  /** Waits for a lock no longer than a unit of work does. Never rejects. */
  async isWritable(): Promise<boolean> {
    const isDue = performance.now() - this.#provedAt >= GOOD_FOR_MS
    try {
      await this.#commits.run(isDue ? writeAndForget : async () => {})
    } catch {
      this.#provedAt = Number.NEGATIVE_INFINITY
      return false
    }
    if (isDue) this.#provedAt = performance.now()
    return true
  }
}

async function writeAndForget(session: WorkSession): Promise<void> {
  await session.run(write, { value: PROBE })
  await session.run(forget, {})
}

const write = query((db, p: { value: string }) => db.insertInto('settings').values({ key: KEY, value: p.value }))

const forget = query((db, _: object) => db.deleteFrom('settings').where('key', '=', KEY))
