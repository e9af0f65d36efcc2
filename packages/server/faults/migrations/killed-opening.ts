import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const SCRIPT = fileURLToPath(new URL('open-and-die.ts', import.meta.url))

/** How many writing statements opening this file takes; it is opened by that. */
export async function countStatements(file: string): Promise<number> {
  const { said, signal } = await run(file, 0)
  const statements = Number(said)
  if (signal !== null || !(statements > 0)) throw new Error(`${file} could not be opened: ${said}`)
  return statements
}

/** Opens the file in another process, which is killed before the nth of them, from 1. */
export async function killOpening(file: string, statement: number): Promise<void> {
  const { said, signal } = await run(file, statement)
  if (signal !== 'SIGKILL') throw new Error(`Nothing was killed at statement ${statement}: ${said}`)
}

async function run(file: string, fatal: number): Promise<{ said: string; signal: NodeJS.Signals | null }> {
  // Each file has a folder of its own within the folder of the trial.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(dirname(dirname(file)), 'compiled') }
  const child = spawn(process.execPath, [SCRIPT, file, String(fatal)], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const [said, [, signal]] = await Promise.all([text(child.stdout), once(child, 'close')])
  return { said, signal: signal as NodeJS.Signals | null }
}
