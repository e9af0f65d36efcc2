import { freePort } from '../../../server/test/support/free-port.ts'
import type { FreshDatabase } from '../../../server/test/support/fresh-database.ts'
import { ServerProcess } from '../../../server/test/support/server-process.ts'
import { makeDeskFolder, removeDeskFolder, writeEnvFile } from './desk-folder.ts'
import { copyEmptyDesk } from './journey-postgres.ts'
import { RoundRobinProxy } from './round-robin-proxy.ts'
import type { DeskOptions, RunningDesk } from './running-desk.ts'

interface Parts {
  readonly folder: string
  readonly database: FreshDatabase
  readonly proxy: RoundRobinProxy
  readonly servers: readonly ServerProcess[]
}

/** Two real servers on one fresh PostgreSQL database. Each request goes to the other one than the request before. */
export class TwoServerDesk implements RunningDesk {
  readonly #parts: Parts

  private constructor(parts: Parts) {
    this.#parts = parts
  }

  static async start({ nodeArgs = [], args = [], env = {} }: DeskOptions): Promise<TwoServerDesk> {
    const ports = [await freePort(), await freePort()]
    const [folder, database, proxy] = await Promise.all([
      makeDeskFolder(),
      copyEmptyDesk(),
      RoundRobinProxy.start(ports),
    ])
    const common = { HOME: folder, DATABASE_URL: database.url, TRUST_PROXY: 'loopback', ...env }
    const servers = ports.map((port) => new ServerProcess(port, { folder, nodeArgs, args, env: common }))
    await writeEnvFile(folder, { PUBLIC_URL: proxy.url })
    const desk = new TwoServerDesk({ folder, database, proxy, servers })
    await desk.resume()
    return desk
  }

  get url(): string {
    return this.#parts.proxy.url
  }

  /** Every server prints one that counts. */
  get setUpCode(): string {
    const code = /^Setup code: (\S+)$/m.exec(this.#parts.servers[0]?.output ?? '')?.[1]
    if (!code) throw new Error('The desk printed no setup code')
    return code
  }

  async halt(): Promise<void> {
    await Promise.all(this.#parts.servers.map((server) => server.stop()))
  }

  async resume(): Promise<void> {
    await Promise.all(this.#parts.servers.map((server) => server.start()))
  }

  async configure(lines: Readonly<Record<string, string>>): Promise<void> {
    await this.halt()
    await writeEnvFile(this.#parts.folder, { PUBLIC_URL: this.url, ...lines })
    await this.resume()
  }

  async stop(): Promise<void> {
    const { folder, database, proxy } = this.#parts
    await this.halt()
    await Promise.all([proxy.stop(), database.remove(), removeDeskFolder(folder)])
  }
}
