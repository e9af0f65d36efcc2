import { freePort } from '../../test/support/free-port.ts'
import type { ServerProcessOptions } from '../../test/support/server-process.ts'
import type { Lateness } from './loop-watch.ts'

const PRELOAD = new URL('storage-control-preload.ts', import.meta.url)

/** A hand inside the desk's process: on its disk, and on the pulse of its event loop. */
export class StorageControl {
  readonly #port: number

  private constructor(port: number) {
    this.#port = port
  }

  static async make(): Promise<StorageControl> {
    return new StorageControl(await freePort())
  }

  /** For the process that is to be controlled. */
  get options(): Pick<ServerProcessOptions, 'env' | 'nodeArgs'> {
    return { env: { STORAGE_CONTROL_PORT: String(this.#port) }, nodeArgs: ['--import', PRELOAD.href] }
  }

  /** From now on. */
  watchLoop(): Promise<unknown> {
    return this.#order('watch')
  }

  async worstLoop(): Promise<Lateness> {
    return (await this.#order('worst')) as Lateness
  }

  /** No page more than there is now. */
  fillDisk(): Promise<unknown> {
    return this.#order('fill')
  }

  freeDisk(): Promise<unknown> {
    return this.#order('free')
  }

  async #order(what: string): Promise<unknown> {
    return (await fetch(`http://127.0.0.1:${this.#port}/${what}`)).json()
  }
}
