import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { DESK_NUMBER } from '../../test/support/live-settings.ts'
import { textRequest } from '../../test/support/message-bird-requests.ts'
import type { DeskAgent } from '../support/desk-agent.ts'
import { fictionalNumber } from '../support/fictional-number.ts'
import type { TwoServers } from '../support/two-servers.ts'
import { Doors } from './doors.ts'

const CUSTOMERS = 6
const AGENTS = 2
const NUMBERS = 1_000
/** Between two texts of a customer, and two replies of an agent. */
const PAUSE_MS = 5
const ACCEPTED = 202

/** Customers who text and agents who reply, until they are told to stop. Each asks the two servers in turn. */
export class TwoDoorLoad {
  readonly texts = new Doors()
  readonly replies = new Doors()
  /** Each body that was answered OK or accepted. */
  readonly taken: string[] = []
  readonly #servers: TwoServers
  readonly #agents: readonly [DeskAgent, DeskAgent]
  readonly #tickets: readonly number[]
  readonly #workers: Promise<void>[]
  #count = 0
  #isOver = false

  /** `tickets` are open ones, to be replied to. */
  constructor(servers: TwoServers, people: { agents: readonly [DeskAgent, DeskAgent]; tickets: readonly number[] }) {
    this.#servers = servers
    this.#agents = people.agents
    this.#tickets = people.tickets
    this.#workers = [
      ...Array.from({ length: CUSTOMERS }, () => this.#again(() => this.#text())),
      ...Array.from({ length: AGENTS }, () => this.#again(() => this.#reply())),
    ]
  }

  async stop(): Promise<void> {
    this.#isOver = true
    await Promise.all(this.#workers)
  }

  async #again(task: () => Promise<void>): Promise<void> {
    while (!this.#isOver) {
      await task()
      await sleep(PAUSE_MS)
    }
  }

  /** A third of them twice, at both doors at once. */
  async #text(): Promise<void> {
    const index = this.#count++
    const body = `Text ${index}`
    const request = textRequest({ from: fictionalNumber(index % NUMBERS), to: DESK_NUMBER, body, id: randomUUID() })
    const deliver = () =>
      this.texts.try(async (door) => {
        const answer = await this.#servers.deliver(door, request)
        return answer.status === 200 && answer.body === 'OK' ? null : `HTTP ${answer.status}`
      })
    const taken = await Promise.all(index % 3 === 0 ? [deliver(), deliver()] : [deliver()])
    if (taken.includes(true)) this.taken.push(body)
  }

  async #reply(): Promise<void> {
    const index = this.#count++
    const ticketNumber = this.#tickets[index % this.#tickets.length] ?? 1
    const reply = { ticketNumber, body: `Reply ${index}`, key: randomUUID(), sendNow: index % 4 !== 0 }
    const taken = await this.replies.try(async (door) => {
      const status = await this.#agents[door].replyOnce(reply)
      return status === ACCEPTED ? null : `HTTP ${status}`
    })
    if (taken) this.taken.push(reply.body)
  }
}
