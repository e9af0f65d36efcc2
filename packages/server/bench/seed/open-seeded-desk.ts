import { DeskClient } from '../desk/desk-client.ts'
import { startBenchDesk } from '../desk/start-desk.ts'
import type { Bench } from '../measure.ts'
import type { DeskSize } from './fill-desk.ts'
import { seededDesk } from './seeded-desk.ts'

export interface SeededDesk {
  /** Signed in. */
  readonly client: DeskClient
  readonly pid: number
  close(): Promise<void>
}

/** Starts a desk that is full already. */
export async function openSeededDesk(bench: Bench, size: DeskSize): Promise<SeededDesk> {
  const desk = await startBenchDesk({ folder: await seededDesk(bench, size), profiles: bench.profiles })
  const client = new DeskClient(desk.server.url)
  await client.signIn()
  const close = async () => {
    client.close()
    await desk.stop()
  }
  return { client, pid: desk.server.pid, close }
}
