import Database from 'better-sqlite3'
import { LiveDesk } from '../../test/support/live-desk.ts'

export const BENCH_DESK = new URL('bench-desk.ts', import.meta.url)

interface Start {
  readonly folder: string
  /** Where a CPU profile is left when the desk stops. */
  readonly profiles?: string | null
}

/** The desk as it ships, at full pace. */
export async function startDesk({ folder, profiles = null }: Start): Promise<LiveDesk> {
  return atFullPace(await LiveDesk.start({ folder, nodeArgs: profiling(profiles) }))
}

/** The desk of `bench-desk.ts`. */
export async function startBenchDesk({
  folder,
  profiles = null,
  batchLimit,
}: Start & { batchLimit?: number }): Promise<LiveDesk> {
  const env = batchLimit === undefined ? {} : { BENCH_BATCH_LIMIT: String(batchLimit) }
  return atFullPace(await LiveDesk.start({ folder, nodeArgs: profiling(profiles), script: BENCH_DESK, env }))
}

/** What is measured shall not wait for confirmations that leave as slowly as a number may send. */
function atFullPace(desk: LiveDesk): LiveDesk {
  const db = new Database(desk.server.databaseFile)
  db.exec('update inboxes set texts_per_second = 10000')
  db.close()
  return desk
}

export function profiling(folder: string | null): string[] {
  return folder === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`]
}
