import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface RunningDesk {
  readonly url: string
  /** Its database. */
  readonly file: string
  /** Ends the process for good, and its data with it. */
  stop(): Promise<void>
  /** Ends the process and keeps its data and address. */
  halt(): Promise<void>
  resume(): Promise<void>
  /** Writes these lines into `.env`, and starts the desk again. */
  configure(lines: Readonly<Record<string, string>>): Promise<void>
}

interface DeskOptions {
  /** For Node, before the script. */
  readonly nodeArgs?: readonly string[]
  /** For the desk, after the script. */
  readonly args?: readonly string[]
  /** Beside what every desk here gets. */
  readonly env?: Readonly<Record<string, string>>
}

const main = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url))
const STARTED = 'Textdesk is running'
const START_MS = 30_000

/** The real server in a process of its own, with an empty folder, an empty home and a port nobody uses. */
export async function startDesk({ nodeArgs = [], args = [], env: more = {} }: DeskOptions = {}): Promise<RunningDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'textdesk-e2e-'))
  const port = await freePort()
  const file = join(folder, 'desk.sqlite')
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    PORT: String(port),
    DATABASE_URL: `sqlite:${file}`,
    LOG_LEVEL: 'warn',
    ...more,
  }
  const start = async (): Promise<ChildProcess> => {
    const started = spawn(process.execPath, [...nodeArgs, main, ...args], {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    await untilStarted(started)
    return started
  }
  let child = await start()
  return {
    url: `http://localhost:${port}`,
    file,
    halt: () => end(child),
    async resume() {
      child = await start()
    },
    async configure(lines) {
      await end(child)
      const written = Object.entries(lines).map(([name, value]) => `${name}=${value}\n`)
      await writeFile(join(folder, '.env'), written.join(''))
      child = await start()
    },
    async stop() {
      await end(child)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function untilStarted(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = ''
    const timer = setTimeout(() => fail(`was not up after ${START_MS / 1000} s`), START_MS)
    const fail = (what: string): void => {
      clearTimeout(timer)
      child.kill('SIGKILL')
      reject(new Error(`The desk ${what}. It said:\n${output}`))
    }
    const listen = (chunk: Buffer): void => {
      output += chunk.toString()
      if (!output.includes(STARTED)) return
      clearTimeout(timer)
      resolve()
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => fail(`ended with code ${code}`))
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
