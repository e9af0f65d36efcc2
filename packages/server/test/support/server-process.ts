import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.ts'

export interface ServerProcessOptions {
  /** Holds the database and is the working directory, so that no `.env` of anybody is read. */
  readonly folder: string
  readonly env?: Readonly<Record<string, string>>
  /** For Node, before the script. */
  readonly nodeArgs?: readonly string[]
  /** Instead of the desk's own `main.ts`. */
  readonly script?: URL
  /** For the script. */
  readonly args?: readonly string[]
}

const MAIN = new URL('../../src/main.ts', import.meta.url)
const READY_WITHIN_MS = 30_000
const ASK_EVERY_MS = 20
const SET_UP_CODE = /^Setup code: (\S+)$/gm

/** The real desk as a process of its own, on a real file. */
export class ServerProcess {
  readonly port: number
  readonly #options: ServerProcessOptions
  #process: ChildProcess | null = null
  #output = ''

  constructor(port: number, options: ServerProcessOptions) {
    this.port = port
    this.#options = options
  }

  /** Resolves once the desk takes texts. */
  static async start(options: ServerProcessOptions): Promise<ServerProcess> {
    const server = new ServerProcess(await freePort(), options)
    await server.start()
    return server
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get databaseFile(): string {
    return join(this.#options.folder, 'desk.sqlite')
  }

  get pid(): number {
    const pid = this.#process?.pid
    if (pid === undefined) throw new Error('The desk is not running')
    return pid
  }

  /** All it wrote, for whoever wonders why it did not start. */
  get output(): string {
    return this.#output
  }

  /** The one that it printed at its last start. */
  async setUpCode(): Promise<string> {
    for (const deadline = performance.now() + READY_WITHIN_MS; ; await sleep(ASK_EVERY_MS)) {
      const code = [...this.#output.matchAll(SET_UP_CODE)].at(-1)?.[1]
      if (code !== undefined) return code
      if (performance.now() > deadline) throw new Error(`No setup code was printed:\n${this.#output}`)
    }
  }

  /** Resolves once nothing of it runs, whoever ended it. */
  async ended(): Promise<void> {
    if (this.#process && !hasEnded(this.#process)) await once(this.#process, 'close')
  }

  /** Again on the same file and port, after it was killed or stopped. `env` is for this life only. */
  async start(env: Readonly<Record<string, string>> = {}): Promise<void> {
    const { folder, nodeArgs = [], script = MAIN, args = [] } = this.#options
    const child = spawn(process.execPath, [...nodeArgs, fileURLToPath(script), ...args], {
      cwd: folder,
      env: { ...this.#environment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        this.#output += text
      })
    }
    this.#process = child
    // Whoever started it may fail or be stopped before it says goodbye.
    const orphan = () => child.kill('SIGKILL')
    process.once('exit', orphan)
    child.once('close', () => process.off('exit', orphan))
    await this.#untilReady(child)
  }

  /** Nothing of it runs any more when this resolves. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#process
    if (!child) return
    this.#process = null
    if (hasEnded(child)) return
    const ended = once(child, 'close')
    child.kill(signal)
    await ended
  }

  /** The orderly way. */
  stop(): Promise<void> {
    return this.kill('SIGTERM')
  }

  async #untilReady(child: ChildProcess): Promise<void> {
    const deadline = performance.now() + READY_WITHIN_MS
    while (!(await this.#isReady())) {
      if (hasEnded(child)) throw new Error(`The desk ended before it was ready:\n${this.#output}`)
      if (performance.now() > deadline) {
        await this.kill()
        throw new Error(`The desk was not ready within ${READY_WITHIN_MS} ms:\n${this.#output}`)
      }
      await sleep(ASK_EVERY_MS)
    }
  }

  async #isReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/readyz`)).ok
    } catch {
      return false
    }
  }

  #environment(): NodeJS.ProcessEnv {
    return {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      HOST: '127.0.0.1',
      PORT: String(this.port),
      DATABASE_URL: `sqlite:${this.databaseFile}`,
      LOG_LEVEL: 'warn',
      ...this.#options.env,
    }
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}
