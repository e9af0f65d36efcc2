import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { LiveDesk } from '../test/support/live-desk.ts'
import { DESK_NUMBER } from '../test/support/live-settings.ts'
import { anyApiRequest } from './bodies/any-api-request.ts'
import { anyTextWebhook } from './bodies/any-text-webhook.ts'
import { anyBytesWebhook, anyFieldsWebhook, anyJsonWebhook, anyLargeWebhook } from './bodies/any-webhook.ts'
import { BodyTally } from './bodies/body-tally.ts'
import { DeskPulse, type Pulse } from './bodies/desk-pulse.ts'
import type { HostileRequest, MakeRequest } from './bodies/hostile-request.ts'
import { exploreDesk } from './bodies/open-api-routes.ts'
import { RequestSender, type Status } from './bodies/request-sender.ts'
import { tryLargeBodies, trySlowConnections } from './bodies/tedious-callers.ts'
import type { Fault, Trial, Verdict } from './fault.ts'
import { atOnce } from './support/at-once.ts'
import { fictionalNumber } from './support/fictional-number.ts'

type BodyAmounts = {
  bodies: number
  /** Zero takes one by chance; it is printed. */
  seed: number
  largeBodies: number
  largeMegabytes: number
  slowConnections: number
}

const AT_ONCE = 32
const PORTION = 1_000
/** Mostly garbage between two collections: twice as many bodies come no higher. */
const MAX_GROWTH_MIB = 384
const MAX_WAIT_MS = 3_000
const MAX_TRIES = 5
const TRY_AGAIN_MS = 2_000

/** The row `bodies` of the table in docs/reliability.md. */
export const bodies: Fault<BodyAmounts> = {
  name: 'bodies',
  promise: 'no body brings the desk down: never a 5xx, memory bounded, and a text is stored as it was sent',
  quick: { bodies: 2_000, seed: 0, largeBodies: 4, largeMegabytes: 20, slowConnections: 0 },
  full: { bodies: 100_000, seed: 0, largeBodies: 20, largeMegabytes: 100, slowConnections: 300 },
  run: tryBodies,
}

async function tryBodies({ amounts, folder, say }: Trial<BodyAmounts>): Promise<Verdict> {
  // Each request to the API comes from an address of its own, so that no limit on requests hides what lies behind it.
  const desk = await LiveDesk.start({ folder, env: { TRUST_PROXY: 'loopback' } })
  const tally = new BodyTally()
  try {
    for (const n of [1, 2, 3, 4]) {
      await desk.webhooks.sendText({ from: `+1202555019${n}`, to: DESK_NUMBER, body: 'Hello' })
    }
    const seed = amounts.seed || randomInt(2 ** 31)
    const { pulse, result: figures } = await DeskPulse.during(desk, async () => {
      await sendBodies(desk, { ...amounts, seed }, tally, say)
      const stored = tally.figures(desk.server.databaseFile)
      const large = await tryLargeBodies(desk.server.url, amounts, tally, say)
      return {
        seed,
        ...stored,
        ...large,
        ...(await trySlowConnections(desk.server.url, amounts.slowConnections, tally, say)),
      }
    })
    return { figures: { ...figures, ...judgePulse(pulse, tally) }, broken: tally.broken }
  } finally {
    await desk.stop()
  }
}

async function sendBodies(
  { server }: LiveDesk,
  amounts: BodyAmounts,
  tally: BodyTally,
  say: (progress: string) => void,
): Promise<void> {
  const sender = new RequestSender(server.url, AT_ONCE)
  const known = await exploreDesk(server.url, await server.setUpCode())
  const any = fc.oneof(
    { weight: 40, arbitrary: anyTextWebhook },
    { weight: 15, arbitrary: anyFieldsWebhook },
    { weight: 10, arbitrary: anyJsonWebhook },
    { weight: 13, arbitrary: anyBytesWebhook },
    { weight: 2, arbitrary: anyLargeWebhook },
    { weight: 20, arbitrary: anyApiRequest(known.routes, known) },
  )
  for (let first = 0; first < amounts.bodies; first += PORTION) {
    say(`${first} of ${amounts.bodies} bodies`)
    const numRuns = Math.min(PORTION, amounts.bodies - first)
    const makers: readonly MakeRequest[] = fc.sample(any, { numRuns, seed: amounts.seed + first })
    await atOnce(AT_ONCE, [...makers.entries()], async ([place, make]) => {
      const from = fictionalNumber(first + place)
      const request = make(from.slice(1))
      const status = await sendUntilServed(sender, request, tally)
      tally.add({ from, request, status, number: first + place })
    })
  }
  sender.close()
}

/** A busy machine makes the desk turn pages away for a moment; texts never. A page asks again. */
async function sendUntilServed(sender: RequestSender, request: HostileRequest, tally: BodyTally): Promise<Status> {
  for (let tries = 1; ; tries += 1) {
    const status = await sender.send(request)
    if (status !== 503 || request.what !== 'API' || tries === MAX_TRIES) return status
    tally.turnedAway += 1
    await sleep(TRY_AGAIN_MS)
  }
}

function judgePulse(pulse: Pulse, { broken }: BodyTally): Record<string, number | string> {
  const { beforeMib, mostMib, afterMib, texts, slowestTextMs, refused } = pulse
  if (mostMib - beforeMib > MAX_GROWTH_MIB) broken.push(`the desk grew from ${beforeMib} to ${mostMib} MiB`)
  if (refused > 0) broken.push(`${refused} of ${texts} well-behaved texts got no OK`)
  if (slowestTextMs > MAX_WAIT_MS) broken.push(`a well-behaved text waited ${slowestTextMs.toFixed(0)} ms`)
  return {
    'memory before, at most and after, MiB': `${beforeMib}, ${mostMib}, ${afterMib}`,
    'well-behaved texts meanwhile': texts,
    'slowest of them, ms': Math.round(slowestTextMs),
  }
}
