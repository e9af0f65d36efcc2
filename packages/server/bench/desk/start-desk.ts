import { LiveDesk } from '../../test/support/live-desk.ts'

const BENCH_DESK = new URL('bench-desk.ts', import.meta.url)

interface Start {
  readonly folder: string
  /** Where a CPU profile is left when the desk stops. */
  readonly profiles?: string | null
}

/** The desk as it ships. */
export function startDesk({ folder, profiles = null }: Start): Promise<LiveDesk> {
  return LiveDesk.start({ folder, nodeArgs: profiling(profiles) })
}

/** The desk of `bench-desk.ts`. */
export function startBenchDesk({
  folder,
  profiles = null,
  batchLimit,
}: Start & { batchLimit?: number }): Promise<LiveDesk> {
  const env = batchLimit === undefined ? {} : { BENCH_BATCH_LIMIT: String(batchLimit) }
  return LiveDesk.start({ folder, nodeArgs: profiling(profiles), script: BENCH_DESK, env })
}

function profiling(folder: string | null): string[] {
  return folder === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`]
}
