import { setTimeout as sleep } from 'node:timers/promises'

const ASK_EVERY_MS = 5
const PATIENCE_MS = 30_000

/** Resolves as soon as something is so. */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const deadline = performance.now() + patienceMs
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`Waited ${patienceMs} ms in vain until ${what}`)
    await sleep(ASK_EVERY_MS)
  }
}
