import { randomInt, randomUUID } from 'node:crypto'
import { DESK_NUMBER } from '../../test/support/live-desk.ts'
import { textRequest, type WireRequest } from '../../test/support/message-bird-requests.ts'
import { type Death, FAILPOINTS, type Failpoint } from '../failpoints/failpoints.ts'
import type { AskedReply } from '../support/desk-agent.ts'
import { fictionalNumber } from '../support/fictional-number.ts'

export const NUMBERS = 16
const TEXTS_EACH = 2
const REPLIES_EACH = 2
/** One cycle in so many dies at any moment instead of at a failpoint. */
const RANDOM_EVERY = 10

/** What a point may be passed in one cycle at the least; a commit carries several texts. */
const PASSAGES: Partial<Record<Failpoint, number>> = {
  'receive:before-commit': 4,
  'receive:after-commit': 4,
  'reply:before-commit': 2,
  'reply:after-commit': 2,
  'report:before-commit': 3,
  'report:after-commit': 3,
  'send:claimed': 3,
}
const MOST_PASSAGES = 12

export interface KillDelivery {
  /** No other text has it; both deliveries of a text do. */
  readonly body: string
  readonly request: WireRequest
  acknowledged: boolean
}

export interface KillReply extends AskedReply {
  acknowledged: boolean
}

/** All that is done to the desk between one kill and the next. */
export interface KillCycle {
  /** Null: at any moment. */
  readonly death: Death | null
  readonly deliveries: readonly KillDelivery[]
  readonly replies: readonly KillReply[]
}

/** `tickets` are open ones, to be answered by an agent. */
export function planCycle(index: number, tickets: readonly number[]): KillCycle {
  return { death: planDeath(index), deliveries: planTexts(index), replies: planReplies(index, tickets) }
}

function planDeath(index: number): Death | null {
  if (index % RANDOM_EVERY === RANDOM_EVERY - 1) return null
  const turn = index - Math.floor(index / RANDOM_EVERY)
  const at = FAILPOINTS[turn % FAILPOINTS.length] ?? 'receive:after-commit'
  return { at, passage: 1 + randomInt(PASSAGES[at] ?? MOST_PASSAGES) }
}

/** The first texts of new numbers, a third of them delivered twice, all mixed up. */
function planTexts(index: number): KillDelivery[] {
  const texts = Array.from({ length: NUMBERS * TEXTS_EACH }, (_, place): KillDelivery => {
    const body = `Cycle ${index} text ${place}`
    const from = fictionalNumber(index * NUMBERS + (place % NUMBERS))
    return { body, request: textRequest({ from, to: DESK_NUMBER, body, id: randomUUID() }), acknowledged: false }
  })
  const again = texts.filter((_, place) => place % 3 === 0).map((text) => ({ ...text }))
  return shuffled([...texts, ...again])
}

function planReplies(index: number, tickets: readonly number[]): KillReply[] {
  return tickets.flatMap((ticketNumber) =>
    Array.from({ length: REPLIES_EACH }, (_, place) => ({
      ticketNumber,
      body: `Cycle ${index} reply ${place} to ${ticketNumber}`,
      key: randomUUID(),
      // The others still wait out their hold when the desk dies.
      sendNow: ticketNumber % 4 !== 0,
      acknowledged: false,
    })),
  )
}

function shuffled<T>(items: readonly T[]): T[] {
  const keyed = items.map((item) => ({ item, key: randomInt(2 ** 31) }))
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item)
}
