import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { addSessionsToFile } from '../../test/support/add-sessions.ts'
import { DeskClient } from '../desk/desk-client.ts'
import { EventListeners } from '../desk/event-listeners.ts'
import { startDesk } from '../desk/start-desk.ts'
import { numberOf } from '../load/text-mix.ts'
import { TextSender } from '../load/text-sender.ts'
import type { Bench, Finding, Measurement } from '../measure.ts'
import { median, percentile } from '../report/statistics.ts'
import { milliseconds } from '../report/units.ts'

const STREAMS = 200
/** How often a page that has no stream would ask, by the guide that desks of this kind are built after. */
const REFRESH_MS = 10_000
/** The desk gathers what happens within 20 ms; a text in a quiet moment is what is measured. */
const BETWEEN_TEXTS_MS = 40
const CONVERSATIONS = 20

/** How long after a text was sent every open page knows of it. */
export async function hearEvents(bench: Bench): Promise<Measurement> {
  const { rounds, texts } = bench.quick ? { rounds: 1, texts: 5 } : { rounds: 5, texts: 150 }
  const folder = join(bench.workFolder, 'events')
  mkdirSync(folder)
  const desk = await startDesk({ folder, profiles: bench.profiles })
  const client = new DeskClient(desk.server.url)
  await client.setUp(await desk.server.setUpCode())
  // A session may have 20 streams.
  const cookies = addSessionsToFile(desk.server.databaseFile, STREAMS / 20).flatMap((cookie) => Array(20).fill(cookie))
  const sender = new TextSender(desk)
  await sender.open(CONVERSATIONS)

  const measured: { many: number; one: number }[] = []
  for (let round = 1; round <= rounds; round += 1) {
    bench.say(`Hearing events, round ${round} of ${rounds}`)
    const many = await p95(STREAMS, texts)
    measured.push({ many, one: await p95(1, texts) })
  }
  sender.close()
  client.close()
  await desk.stop()
  return { findings: findingsOf(measured), notes: [noteOf(rounds, texts)] }

  async function p95(streams: number, count: number): Promise<number> {
    const listeners = await EventListeners.open(client, cookies.slice(0, streams))
    const times: number[] = []
    for (let text = 0; text < count; text += 1) {
      const conversation = text % CONVERSATIONS
      const heard = listeners.hear(sender.ticketOf(conversation))
      const sent = performance.now()
      await sender.send(numberOf(conversation))
      for (const at of await heard) times.push(at - sent)
      await sleep(BETWEEN_TEXTS_MS)
    }
    listeners.close()
    return percentile(times, 0.95)
  }
}

function findingsOf(measured: readonly { many: number; one: number }[]): Finding[] {
  const many = median(measured.map((round) => round.many))
  const one = median(measured.map((round) => round.one))
  const measure = `from text to event, ${STREAMS} open streams, p95`
  const value = milliseconds(many)
  return [
    {
      measure,
      value,
      reference: 'one stream',
      referenceValue: milliseconds(one),
      ratio: median(measured.map((round) => round.many / round.one)),
      goal: { atMost: 4 },
    },
    {
      measure,
      value,
      reference: `1/${STREAMS} of a refresh every 10 s`,
      referenceValue: milliseconds(REFRESH_MS / STREAMS),
      ratio: many / (REFRESH_MS / STREAMS),
      goal: { atMost: 1 },
    },
  ]
}

function noteOf(rounds: number, texts: number): string {
  return `Events: from the moment a signed webhook is sent to the moment a stream has its event, over all streams; ${rounds} rounds of ${texts} texts, one every ${BETWEEN_TEXTS_MS} ms after the last was heard.`
}
