import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const DESK = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))

export interface CommandRun {
  readonly code: number | null
  /** All it printed. */
  readonly output: string
}

/** `npm run desk -- ARGS` as a process of its own, in `folder`. */
export async function runDeskCommand(
  args: readonly string[],
  { folder, env = {}, nodeArgs = [] }: { folder: string; env?: Record<string, string>; nodeArgs?: readonly string[] },
): Promise<CommandRun> {
  const child = spawn(process.execPath, [...nodeArgs, DESK, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  const [code] = await once(child, 'close')
  return { code, output: output.trim() }
}
