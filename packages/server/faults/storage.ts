import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { DeskLedger } from '../test/support/desk-ledger.ts'
import { LiveDesk } from '../test/support/live-desk.ts'
import { WebhookSender } from '../test/support/webhook-sender.ts'
import type { Fault, Trial, Verdict } from './fault.ts'
import { goThroughOutage, type OutageRecord } from './storage/outage-round.ts'
import { outagesOfThisSystem } from './storage/outages.ts'
import { StorageControl } from './storage/storage-control.ts'
import { fictionalNumber } from './support/fictional-number.ts'
import { milliseconds } from './support/milliseconds.ts'

type Amounts = { readonly seconds: number; readonly texts: number }

const MAX_ANSWER_MS = 3_000
const MAX_LOOP_MS = 200
/** Longer than a lease: a text that hangs shows as one that is rescued. */
const MAX_STANDSTILL_MS = 90_000

export const storage: Fault<Amounts> = {
  name: 'storage',
  promise: 'a locked database or a full disk costs no text: 503 within 3 s, never a false OK, and no restart',
  quick: { seconds: 4, texts: 30 },
  full: { seconds: 20, texts: 100 },
  run: tryStorage,
}

async function tryStorage({ amounts, folder, say }: Trial<Amounts>): Promise<Verdict> {
  const control = await StorageControl.make()
  const desk = await LiveDesk.start({ folder, ...control.options })
  const sender = new WebhookSender({ url: desk.server.url, webhooks: desk.webhooks, connections: 400 })
  const file = desk.server.databaseFile
  new DeskLedger(file).liftBudgets()
  let numbers = 0
  const nextNumber = () => fictionalNumber(numbers++)
  const figures: Record<string, string> = {}
  const broken: string[] = []
  try {
    for (const outage of outagesOfThisSystem()) {
      say(outage.name)
      const round = { name: outage.name, desk, control, sender, outage, ...amounts, nextNumber }
      const record = await goThroughOutage(round)
      figures[outage.name] = describe(record)
      broken.push(...judge(record).map((sentence) => `${outage.name}: ${sentence}`))
    }
    await settled(file)
    return { figures: { ...figures, ...departures(desk, file, broken) }, broken }
  } finally {
    sender.close()
    await desk.stop()
  }
}

function judge(record: OutageRecord): string[] {
  const broken: string[] = []
  const { refused, other, slowestMs, loop, slowestFsyncMs, readiness, worksAgainMs } = record
  if (refused === 0) broken.push('nothing was refused, so nothing was tried')
  if (other.length > 0) broken.push(`${other.length} texts were answered ${[...new Set(other)].join(', ')}`)
  if (slowestMs > MAX_ANSWER_MS) broken.push(`an answer took ${milliseconds(slowestMs)}`)
  if (loop.ownMs > MAX_LOOP_MS + slowestFsyncMs) broken.push(`the event loop was held for ${milliseconds(loop.ownMs)}`)
  if (readiness.length === 0 || readiness.includes(200)) broken.push(`/readyz said ${readiness.join(', ')}`)
  if (worksAgainMs > MAX_ANSWER_MS) broken.push(`the first OK afterwards took ${milliseconds(worksAgainMs)}`)
  if (record.falseOks > 0) broken.push(`${record.falseOks} texts got OK and were not stored`)
  if (record.notOnce > 0) broken.push(`${record.notOnce} texts are not stored exactly once`)
  return broken
}

function describe(record: OutageRecord): string {
  const { delivered, ok, refused, slowestMs, loop, slowestFsyncMs, slowestHealthMs, worksAgainMs } = record
  return [
    `${delivered} texts: ${ok} OK, ${refused} refused with 503 and stored once afterwards`,
    `slowest answer ${milliseconds(slowestMs)}`,
    `event loop held for ${milliseconds(loop.ownMs)} at most (${milliseconds(loop.allMs)} with waiting for a processor)`,
    `an fsync took the disk ${milliseconds(slowestFsyncMs)} at most`,
    `/healthz within ${milliseconds(slowestHealthMs)}`,
    `first OK ${milliseconds(worksAgainMs)} after the end`,
  ].join('; ')
}

/** Until it is known of every text that left what became of it, or nothing happens any more. */
async function settled(file: string): Promise<void> {
  let [left, since] = [Number.POSITIVE_INFINITY, performance.now()]
  while (left > 0 && performance.now() - since < MAX_STANDSTILL_MS) {
    await sleep(100)
    const now = outgoing(file, UNSETTLED)
    if (now < left) [left, since] = [now, performance.now()]
  }
}

function departures({ provider }: LiveDesk, file: string, broken: string[]): Record<string, number> {
  const references = provider.texts.map(({ reference }) => reference)
  const twice = references.length - new Set(references).size
  const uncertain = outgoing(file, ['uncertain'])
  const unsettled = outgoing(file, UNSETTLED)
  if (twice > 0) broken.push(`${twice} texts were sent twice`)
  if (uncertain > 0) broken.push(`${uncertain} texts are uncertain although the provider answered`)
  if (unsettled > 0) broken.push(`${unsettled} texts are still on their way`)
  return { 'texts sent': references.length, 'sent twice': twice, 'uncertain afterwards': uncertain }
}

const UNSETTLED = ['queued', 'claimed', 'dispatching']

function outgoing(file: string, states: readonly string[]): number {
  const db = new Database(file, { readonly: true })
  try {
    const among = 'select count(*) from messages where delivery_state in (select value from json_each(?))'
    return db.prepare<[string], number>(among).pluck().get(JSON.stringify(states)) ?? 0
  } finally {
    db.close()
  }
}
