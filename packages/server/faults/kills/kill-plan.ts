import { randomInt, randomUUID } from 'node:crypto'
import { DESK_NUMBER } from '../../test/support/live-settings.ts'
import { textRequest, type WireRequest } from '../../test/support/message-bird-requests.ts'
import { type Death, FAILPOINTS, type Failpoint } from '../failpoints/failpoints.ts'
import type { AskedReply } from '../support/desk-agent.ts'
import { fictionalNumber } from '../support/fictional-number.ts'

export const NUMBERS = 16
const TEXTS_EACH = 2
const REPLIES_EACH = 2
/** One life in so many ends at any moment instead of at a failpoint. */
const RANDOM_EVERY = 10
/** One cycle in so many kills all servers. */
const ALL_EVERY = 5

/** What a point may be passed in one cycle at the least, by all servers; a commit carries several texts. */
const PASSAGES: Partial<Record<Failpoint, number>> = {
  'receive:before-commit': 4,
  'receive:after-commit': 4,
  'reply:before-commit': 2,
  'reply:after-commit': 2,
  'report:before-commit': 3,
  'report:after-commit': 3,
  'send:claimed': 3,
}
const MAX_PASSAGES = 12

export interface KillDelivery {
  /** No other text has it; both deliveries of a text do. */
  readonly body: string
  readonly request: WireRequest
  /** Which server is asked first. */
  readonly door: number
  acknowledged: boolean
}

export interface KillReply extends AskedReply {
  readonly door: number
  acknowledged: boolean
}

/** All that is done to the desk between one kill and the next. */
export interface KillCycle {
  /** Which of the servers die. */
  readonly victims: readonly number[]
  readonly deliveries: readonly KillDelivery[]
  readonly replies: readonly KillReply[]
}

/** `tickets` are open ones, to be answered by an agent. */
export function planCycle(index: number, tickets: readonly number[], servers: number): KillCycle {
  const all = Array.from({ length: servers }, (_, place) => place)
  const victims = index % ALL_EVERY === ALL_EVERY - 1 ? all : [index % servers]
  return { victims, deliveries: planTexts(index, servers), replies: planReplies(index, tickets, servers) }
}

/** How the desk's life of this number ends, of whichever of its servers. Null: at any moment. */
export function planDeath(life: number, servers: number): Death | null {
  if (life % RANDOM_EVERY === RANDOM_EVERY - 1) return null
  const turn = life - Math.floor(life / RANDOM_EVERY)
  const at = FAILPOINTS[turn % FAILPOINTS.length] ?? 'receive:after-commit'
  const passages = Math.ceil((PASSAGES[at] ?? MAX_PASSAGES) / servers)
  return { at, passage: 1 + randomInt(passages) }
}

/** The first texts of new numbers, a third of them delivered twice, the second time at another door, all mixed up. */
function planTexts(index: number, servers: number): KillDelivery[] {
  const texts = Array.from({ length: NUMBERS * TEXTS_EACH }, (_, place): KillDelivery => {
    const body = `Cycle ${index} text ${place}`
    const from = fictionalNumber(index * NUMBERS + (place % NUMBERS))
    const request = textRequest({ from, to: DESK_NUMBER, body, id: randomUUID() })
    return { body, request, door: randomInt(servers), acknowledged: false }
  })
  const again = texts.filter((_, place) => place % 3 === 0)
  return shuffled([...texts, ...again.map((text) => ({ ...text, door: (text.door + 1) % servers }))])
}

function planReplies(index: number, tickets: readonly number[], servers: number): KillReply[] {
  return tickets.flatMap((ticketNumber) =>
    Array.from({ length: REPLIES_EACH }, (_, place) => ({
      ticketNumber,
      body: `Cycle ${index} reply ${place} to ${ticketNumber}`,
      key: randomUUID(),
      // The others still wait out their hold when the desk dies.
      sendNow: ticketNumber % 4 !== 0,
      door: place % servers,
      acknowledged: false,
    })),
  )
}

function shuffled<T>(items: readonly T[]): T[] {
  const keyed = items.map((item) => ({ item, key: randomInt(2 ** 31) }))
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item)
}
