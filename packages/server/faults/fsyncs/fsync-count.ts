import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { until } from '../support/until.ts'

/** `fdatasync(23</folder/desk.sqlite-wal>) = 0`: strace tells the file of each call. */
const DONE = /f(?:data)?sync\(\d+<([^>]*)>\)\s*= 0$/

/** Counts from outside how often a process waits for the disk. Needs strace, which only Linux has. */
export class FsyncCount {
  readonly #strace: ChildProcess
  readonly #file: string

  private constructor(strace: ChildProcess, file: string) {
    this.#strace = strace
    this.#file = file
  }

  /** Counting when it resolves; every thread of the process. */
  static async of(pid: number, file: string): Promise<FsyncCount> {
    const strace = spawn('strace', ['-f', '-y', '-e', 'trace=fsync,fdatasync', '-o', file, '-p', String(pid)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    let failure = ''
    strace.stderr.setEncoding('utf8').on('data', (text) => {
      said += text
    })
    strace.once('error', (error) => {
      failure = error.message
    })
    strace.once('close', () => {
      failure ||= said
    })
    await until('strace was attached', () => failure !== '' || said.includes('attached'))
    if (failure) throw new Error(`fsyncs are counted with strace, which did not start: ${failure}`)
    return new FsyncCount(strace, file)
  }

  /** Ends the count. How often each file was waited for, by its name. */
  async end(): Promise<Map<string, number>> {
    const ended = once(this.#strace, 'close')
    this.#strace.kill('SIGINT')
    await ended
    const counts = new Map<string, number>()
    for (const line of readFileSync(this.#file, 'utf8').split('\n')) {
      const file = DONE.exec(line)?.[1]
      if (file !== undefined) counts.set(file, (counts.get(file) ?? 0) + 1)
    }
    return counts
  }
}
