import type { HostileRequest } from './hostile-request.ts'
import type { Status } from './request-sender.ts'
import { notStored } from './stored-texts.ts'

interface Answered {
  readonly from: string
  readonly request: HostileRequest
  readonly status: Status
  readonly number: number
}

/** Larger than any text. A desk refuses such a body, and may end its connection rather than read it to its end. */
const MAX_BYTES = 64 * 1024
const MAX_EXAMPLES = 20

/** What became of every body. */
export class BodyTally {
  readonly broken: string[] = []
  /** Requests for pages that a busy desk put off, and answered when they came again. */
  turnedAway = 0
  readonly #answers = new Map<string, number>()
  /** By the number they came from. */
  readonly #taken = new Map<string, string>()
  #texts = 0

  add({ from, request, status, number }: Answered): void {
    const { what, method, target, body, text } = request
    const group = status === null ? 'connection ended' : `${Math.floor(status / 100)}xx`
    this.#answers.set(group, (this.#answers.get(group) ?? 0) + 1)
    if (text !== null && body.length <= MAX_BYTES) this.#texts += 1
    if (text !== null && status === 200) this.#taken.set(from, text)
    const isBad = status === null ? body.length <= MAX_BYTES : status >= 500
    const isLost = text !== null && status !== 200 && body.length <= MAX_BYTES
    if (isBad || isLost) {
      this.complain(`body ${number} (${what}, ${method} ${target.slice(0, 120)}) was answered ${status ?? 'by nobody'}`)
    }
  }

  complain(sentence: string): void {
    if (this.broken.length < MAX_EXAMPLES) this.broken.push(sentence)
  }

  figures(file: string): Record<string, number> {
    const changed = notStored(file, this.#taken)
    if (changed.length > 0)
      this.complain(`${changed.length} texts are not stored as they were sent, e.g. of ${changed[0]}`)
    const answers = [...this.#answers].sort().map(([group, count]) => [`answered ${group}`, count] as const)
    return {
      ...Object.fromEntries(answers),
      'put off for a moment, machine too busy': this.turnedAway,
      texts: this.#texts,
      'texts stored as sent': this.#taken.size - changed.length,
    }
  }
}
