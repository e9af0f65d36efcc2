import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** A process of the bench's own that is told what to do and answers each command once. It ends when it is let go. */
export class AskedProcess<Command extends object, Answer> {
  readonly #process: ChildProcess
  readonly #ended: Promise<never>

  constructor(script: URL) {
    this.#process = fork(script, { serialization: 'advanced' })
    this.#ended = once(this.#process, 'exit').then(() => {
      throw new Error(`${script.pathname.split('/').at(-1)} has ended`)
    })
    this.#ended.catch(() => {})
  }

  ask(command: Command): Promise<Answer> {
    const answer = new Promise<Answer>((resolve) => {
      this.#process.once('message', (message) => resolve(message as Answer))
    })
    this.#process.send(command)
    return Promise.race([answer, this.#ended])
  }

  close(): void {
    this.#process.disconnect()
  }
}
