import { randomInt, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DeskLedger } from './support/desk-ledger.ts'
import { DESK_NUMBER, LiveDesk } from './support/live-desk.ts'
import { textRequest, type WireRequest } from './support/message-bird-requests.ts'
import { WebhookSender } from './support/webhook-sender.ts'

const KILLS = 20
const NUMBERS = 250
const TEXTS = 500
const DELIVERIES_EACH = 2
const MOST_DELAY_MS = 8

interface Delivery {
  /** No other text has it. */
  readonly body: string
  readonly request: WireRequest
}

let folder: string
let desk: LiveDesk
let sender: WebhookSender
let ledger: DeskLedger

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'textdesk-crash-'))
  desk = await LiveDesk.start({ folder, env: { NODE_COMPILE_CACHE: join(folder, 'compiled') } })
  sender = new WebhookSender({ url: desk.server.url, webhooks: desk.webhooks, connections: TEXTS })
  ledger = new DeskLedger(desk.server.databaseFile)
  ledger.liftBudgets()
}, 60_000)

afterAll(async () => {
  sender.close()
  await desk.stop()
  await rm(folder, { recursive: true })
})

describe('kill -9 while first texts come in', () => {
  it(`loses nothing that got OK and doubles nothing, ${KILLS} times over`, { timeout: 240_000 }, async () => {
    for (let round = 1; round <= KILLS; round += 1) {
      const deliveries = firstTexts(round)
      const refused = await sendAndKill(deliveries)
      await desk.server.start()
      const taken = deliveries.filter((delivery) => !refused.includes(delivery))
      expect(notThereOnce(taken, round), `answered OK before kill ${round}, and not stored exactly once`).toEqual([])

      await resend(refused)
      expect(notThereOnce(deliveries, round), `answered OK around kill ${round}, and not stored exactly once`).toEqual(
        [],
      )
      const { copies, tickets, contacts, confirmationsPerTicket } = ledger.read(beginningOf(round))
      expect({ texts: copies.size, tickets, contacts, confirmationsPerTicket }).toEqual({
        texts: TEXTS,
        tickets: NUMBERS,
        contacts: NUMBERS,
        confirmationsPerTicket: [1],
      })
    }
    expect(sentTwice()).toEqual([])
  })
})

/** The first two texts of every number, each delivered twice, all mixed up. */
function firstTexts(round: number): Delivery[] {
  const texts = Array.from({ length: TEXTS }, (_, place): Delivery => {
    const body = `${beginningOf(round)} text ${place}`
    const from = fictionalNumber(round * NUMBERS + (place % NUMBERS))
    return { body, request: textRequest({ from, to: DESK_NUMBER, body, id: randomUUID(), sentAt: Date.now() }) }
  })
  const deliveries = Array.from({ length: DELIVERIES_EACH }, () => texts.map((text) => ({ ...text }))).flat()
  return shuffled(deliveries)
}

/** Sends all at once, kills the desk at some moment of it, and answers what did not get OK. */
async function sendAndKill(deliveries: readonly Delivery[]): Promise<Delivery[]> {
  const fatal = randomInt(deliveries.length)
  const delay = randomInt(MOST_DELAY_MS)
  let killed: Promise<void> | null = null
  let answers = 0
  const hear = () => {
    if (answers++ >= fatal) killed ??= sleep(delay).then(() => desk.server.kill())
  }
  const refused = await send(deliveries, hear)
  await (killed ?? desk.server.kill())
  return refused
}

/** As a provider would, until everything got OK. */
async function resend(refused: readonly Delivery[]): Promise<void> {
  let left = refused
  for (let tries = 0; left.length > 0; tries += 1) {
    if (tries === 5) throw new Error(`${left.length} texts never got OK`)
    left = await send(left)
  }
}

async function send(deliveries: readonly Delivery[], hear = () => {}): Promise<Delivery[]> {
  const taken = await Promise.all(
    deliveries.map(async ({ request }) => {
      const answer = await sender.deliver(request).catch(() => null)
      if (answer) hear()
      return answer?.status === 200 && answer.body === 'OK'
    }),
  )
  return deliveries.filter((_, place) => !taken[place])
}

function notThereOnce(deliveries: readonly Delivery[], round: number): string[] {
  const { copies } = ledger.read(beginningOf(round))
  return deliveries.map(({ body }) => body).filter((body) => copies.get(body) !== 1)
}

/** Our ids of texts that the provider took more than once. */
function sentTwice(): (string | null)[] {
  const references = desk.provider.texts.map(({ reference }) => reference)
  return references.filter((reference, place) => references.indexOf(reference) !== place)
}

function beginningOf(round: number): string {
  return `Round ${round}:`
}

/** 555-01xx is kept for fiction under every area code. */
function fictionalNumber(index: number): string {
  return `+1${303 + Math.floor(index / 100)}55501${String(index % 100).padStart(2, '0')}`
}

function shuffled<T>(items: readonly T[]): T[] {
  const keyed = items.map((item) => ({ item, key: randomInt(2 ** 31) }))
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item)
}
