import { setTimeout as sleep } from 'node:timers/promises'
import { DeskClient } from '../desk/desk-client.ts'
import { EventListeners } from '../desk/event-listeners.ts'
import { PostgresDesk } from '../desk/postgres-desk.ts'
import { numberOf } from '../load/text-mix.ts'
import { TextSender } from '../load/text-sender.ts'
import type { Bench, Finding, Measurement } from '../measure.ts'
import { median, percentile } from '../report/statistics.ts'
import { milliseconds } from '../report/units.ts'

/** A text in a quiet moment is what is measured. */
const BETWEEN_TEXTS_MS = 40
const CONVERSATIONS = 20

/** The p95 of a round. */
interface Round {
  readonly other: number
  readonly same: number
}

/** How long after a text came to one server a page on the other one knows of it, and a page on the same. */
export async function postgresEvents(bench: Bench): Promise<Measurement> {
  const { rounds, texts } = bench.quick ? { rounds: 1, texts: 5 } : { rounds: 5, texts: 150 }
  const url = await bench.postgres.makeDatabase()
  const desk = await PostgresDesk.start({ bench, url, name: 'postgres-events', servers: 2 })
  const clients = desk.servers.map(({ server }) => new DeskClient(server.url))
  for (const [place, client] of clients.entries())
    await (place === 0 ? client.setUp(await desk.first.server.setUpCode()) : client.signIn())
  const sender = new TextSender(desk.first)
  await sender.open(CONVERSATIONS, (phones) => ticketsOf(desk, phones))
  const measured: Round[] = []
  for (let round = 1; round <= rounds; round += 1) {
    bench.say(`Hearing events of two servers, round ${round} of ${rounds}`)
    measured.push(await measure(clients, sender, texts))
  }
  sender.close()
  for (const client of clients) client.close()
  await desk.stop()
  return { findings: [findingOf(measured)], notes: [noteOf(rounds, texts)] }
}

async function ticketsOf(desk: PostgresDesk, phones: readonly string[]): Promise<number[]> {
  const rows = await desk.rows<{ address: string; number: string }>(
    'select address, number from tickets join contacts on contacts.id = contact_id where address = any ($1)',
    [phones],
  )
  const numbers = new Map(rows.map(({ address, number }) => [address, Number(number)]))
  return phones.map((phone) => numbers.get(phone) ?? 0)
}

/** Both hear of the same texts. */
async function measure(clients: readonly DeskClient[], sender: TextSender, texts: number): Promise<Round> {
  const listeners = await Promise.all(clients.map((client) => EventListeners.open(client, [undefined])))
  const times: [same: number[], other: number[]] = [[], []]
  for (let text = 0; text < texts; text += 1) {
    const conversation = text % CONVERSATIONS
    const heard = Promise.all(listeners.map((each) => each.hear(sender.ticketOf(conversation))))
    const sent = performance.now()
    await sender.send(numberOf(conversation))
    const [[same = 0] = [], [other = 0] = []] = await heard
    times[0].push(same - sent)
    times[1].push(other - sent)
    await sleep(BETWEEN_TEXTS_MS)
  }
  for (const each of listeners) each.close()
  return { same: percentile(times[0], 0.95), other: percentile(times[1], 0.95) }
}

function findingOf(rounds: readonly Round[]): Finding {
  return {
    measure: 'PostgreSQL: from text on one server to event on the other, p95',
    value: milliseconds(median(rounds.map(({ other }) => other))),
    reference: 'to event on the same server',
    referenceValue: milliseconds(median(rounds.map(({ same }) => same))),
    ratio: median(rounds.map(({ same, other }) => other / same)),
    goal: { atMost: 3 },
  }
}

function noteOf(rounds: number, texts: number): string {
  return `Events of two servers: from the moment a signed webhook is sent to the moment a stream has its event; both hear of the same texts; ${rounds} rounds of ${texts}, one every ${BETWEEN_TEXTS_MS} ms after the last was heard.`
}
