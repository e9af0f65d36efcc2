import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Amounts, Fault, Verdict } from './fault.ts'

interface Options<A extends Amounts> {
  readonly amounts: A
  readonly say: (progress: string) => void
}

/** Runs a fault in a folder of its own. */
export async function tryFault<A extends Amounts>(fault: Fault<A>, { amounts, say }: Options<A>): Promise<Verdict> {
  const folder = await mkdtemp(join(tmpdir(), `textdesk-${fault.name}-`))
  try {
    return await fault.run({ amounts, folder, say })
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** As every test run does. */
export function tryQuickly<A extends Amounts>(fault: Fault<A>): Promise<Verdict> {
  return tryFault(fault, { amounts: fault.quick, say: () => {} })
}
