import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Client } from 'pg'
import { withClient } from '../../test/support/with-client.ts'

const DESK = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))

const LOOK_EVERY_MS = 2

/** `desk move` as a process of its own. */
export class Mover {
  readonly #process: ChildProcess
  readonly #ended: Promise<unknown>
  #output = ''

  constructor({ file, url, folder }: { file: string; url: string; folder: string }) {
    this.#process = spawn(process.execPath, [DESK, 'move', '--from', `sqlite:${file}`], {
      cwd: folder,
      env: { DATABASE_URL: url, PATH: process.env['PATH'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream?.setEncoding('utf8').on('data', (text) => {
        this.#output += text
      })
    this.#ended = once(this.#process, 'close')
  }

  get output(): string {
    return this.#output
  }

  /** With all it had to do, or by itself before. */
  async ended(): Promise<number | null> {
    await this.#ended
    return this.#process.exitCode
  }

  /** `kill -9` once so many messages are there. Answers how many are there then; null when it was over before. */
  killAt(messages: number, url: string): Promise<number | null> {
    return withClient(url, async (client) => {
      while (this.#process.exitCode === null && (await movedMessages(client)) < messages) await sleep(LOOK_EVERY_MS)
      this.#process.kill('SIGKILL')
      await this.#ended
      return this.#process.signalCode === 'SIGKILL' ? await movedMessages(client) : null
    })
  }
}

/** As the move itself notes. */
async function movedMessages(client: Client): Promise<number> {
  const there = await client.query("select to_regclass('move_progress') is not null as found")
  if (!there.rows[0]?.found) return 0
  const noted = await client.query("select rows::int from move_progress where name = 'messages'")
  return noted.rows[0]?.rows ?? 0
}
