import { setTimeout as sleep } from 'node:timers/promises'
import { DeskLedger } from '../../test/support/desk-ledger.ts'
import type { FakeMode } from '../../test/support/fake-message-bird-answers.ts'
import type { LiveDesk } from '../../test/support/live-desk.ts'
import { DESK_NUMBER } from '../../test/support/live-settings.ts'
import { textRequest, type WireRequest } from '../../test/support/message-bird-requests.ts'
import type { WebhookSender } from '../../test/support/webhook-sender.ts'
import { DiskWatch } from './disk-watch.ts'
import { type DoorRecord, DoorWatch } from './door-watch.ts'
import type { Lateness } from './loop-watch.ts'
import type { Outage } from './outages.ts'
import type { StorageControl } from './storage-control.ts'

export interface OutageRound {
  /** Its texts begin with it. */
  readonly name: string
  readonly desk: LiveDesk
  readonly control: StorageControl
  readonly sender: WebhookSender
  readonly outage: Outage
  readonly seconds: number
  readonly texts: number
  /** Of fictional numbers, never the same twice. */
  readonly nextNumber: () => string
}

export interface OutageRecord extends DoorRecord {
  /** What everybody on this machine had to wait for the disk, at most: one event loop waits so long for its commits. */
  readonly slowestFsyncMs: number
  readonly delivered: number
  readonly ok: number
  readonly refused: number
  /** Neither. */
  readonly other: readonly string[]
  readonly slowestMs: number
  readonly loop: Lateness
  readonly worksAgainMs: number
  /** Got OK, and not in the file exactly once when it was over. */
  readonly falseOks: number
  /** Not there exactly once after all that were refused were delivered again. */
  readonly notOnce: number
}

interface Attempt {
  readonly body: string
  readonly request: WireRequest
  readonly status: number
  readonly ms: number
}

/** Texts that the provider has and has not answered for when the outage begins. */
const IN_FLIGHT = 32
const PAUSE_MS = 300

/** Texts come in while confirmations are on their way out; then nothing can be stored for some seconds. */
export async function goThroughOutage(round: OutageRound): Promise<OutageRecord> {
  const { desk, control, seconds, outage } = round
  const before = await wave(round, Math.ceil(round.texts / 4))
  const inFlight = desk.provider.requests
  desk.provider.answerNext(...Array<FakeMode>(IN_FLIGHT).fill('slow'))
  const also = wave(round, IN_FLIGHT)
  while (desk.provider.requests === inFlight) await sleep(5)
  const end = await outage.begin(desk.server, control)
  const attempts: Attempt[] = []
  await control.watchLoop()
  const watch = new DoorWatch(desk.server.url)
  const disk = new DiskWatch(`${desk.server.databaseFile}.fsync`)
  const began = performance.now()
  try {
    while (performance.now() - began < seconds * 1_000) {
      attempts.push(...(await wave(round, round.texts)))
      await sleep(PAUSE_MS)
    }
  } finally {
    await end()
  }
  const doors = await watch.stop()
  const worksAgainMs = await untilOk(round)
  const loop = await control.worstLoop()
  const slowestFsyncMs = await disk.stop()
  return {
    ...doors,
    loop,
    slowestFsyncMs,
    worksAgainMs,
    ...(await settle(round, [...before, ...(await also), ...attempts])),
  }
}

async function wave(round: OutageRound, count: number): Promise<Attempt[]> {
  return Promise.all(Array.from({ length: count }, () => tryText(round)))
}

async function tryText({ name, sender, nextNumber }: OutageRound): Promise<Attempt> {
  const from = nextNumber()
  const body = `${name}: ${from}`
  const request = textRequest({ from, to: DESK_NUMBER, body })
  return { body, request, ...(await timed(sender, request)) }
}

async function timed(sender: WebhookSender, request: WireRequest): Promise<{ status: number; ms: number }> {
  const began = performance.now()
  const { status } = await sender.deliver(request)
  return { status, ms: performance.now() - began }
}

async function untilOk(round: OutageRound): Promise<number> {
  const began = performance.now()
  while ((await tryText({ ...round, name: 'Probe' })).status !== 200) await sleep(20)
  return performance.now() - began
}

/** As a provider does: what was refused comes again. */
async function settle({ name, sender, desk }: OutageRound, attempts: readonly Attempt[]) {
  const ledger = new DeskLedger(desk.server.databaseFile)
  const notOnce = (some: readonly Attempt[]) => {
    const { copies } = ledger.read(`${name}: `)
    return some.filter(({ body }) => copies.get(body) !== 1).length
  }
  const ok = attempts.filter(({ status }) => status === 200)
  const refused = attempts.filter(({ status }) => status === 503)
  const falseOks = notOnce(ok)
  for (let place = 0; place < refused.length; place += 100) {
    await Promise.all(refused.slice(place, place + 100).map(({ request }) => sender.deliver(request)))
  }
  return {
    delivered: attempts.length,
    ok: ok.length,
    refused: refused.length,
    other: attempts.filter(({ status }) => status !== 200 && status !== 503).map(({ status }) => String(status)),
    slowestMs: Math.max(...attempts.map(({ ms }) => ms)),
    falseOks,
    notOnce: notOnce(attempts),
  }
}
