import { setTimeout as sleep } from 'node:timers/promises'
import { DESK_NUMBER } from '../../test/support/live-settings.ts'
import { textRequest, type WireRequest } from '../../test/support/message-bird-requests.ts'
import { fictionalNumber } from '../support/fictional-number.ts'
import type { TwoServers } from '../support/two-servers.ts'

export interface Attempt {
  readonly body: string
  readonly door: 0 | 1
  readonly request: WireRequest
  /** Of `performance.now()`. */
  readonly sentAt: number
  readonly ms: number
  /** 0: the connection broke. */
  readonly status: number
}

/** Of each server. */
const AT_ONCE = 8
const PAUSE_MS = 20
const PAUSE_AFTER_REFUSAL_MS = 100
/** Most texts find an open ticket, and some two come to one ticket at the same moment. */
const NUMBERS = 1_000

/** Texts that come to both servers without a break. */
export class TextLoad {
  readonly attempts: Attempt[] = []
  readonly #servers: TwoServers
  #running: Promise<unknown> | null = null
  #stopping = false
  #sent = 0

  constructor(servers: TwoServers) {
    this.#servers = servers
  }

  start(): void {
    this.#stopping = false
    this.#running = Promise.all(
      ([0, 1] as const).flatMap((door) => Array.from({ length: AT_ONCE }, () => this.#go(door))),
    )
  }

  /** Resolves once the last one has its answer. */
  async stop(): Promise<void> {
    this.#stopping = true
    await this.#running
  }

  async #go(door: 0 | 1): Promise<void> {
    while (!this.#stopping) {
      const status = await this.#sendNext(door)
      await sleep(status === 200 ? PAUSE_MS : PAUSE_AFTER_REFUSAL_MS)
    }
  }

  async #sendNext(door: 0 | 1): Promise<number> {
    const number = this.#sent++
    const body = `Load ${number}.`
    const request = textRequest({ from: fictionalNumber(number % NUMBERS), to: DESK_NUMBER, body })
    const sentAt = performance.now()
    const answer = await this.#servers.deliver(door, request).catch(() => ({ status: 0, body: '' }))
    const status = answer.status === 200 && answer.body !== 'OK' ? 0 : answer.status
    this.attempts.push({ body, door, request, sentAt, ms: performance.now() - sentAt, status })
    return status
  }
}
