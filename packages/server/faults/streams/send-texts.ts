import { setTimeout as sleep } from 'node:timers/promises'
import { DESK_NUMBER } from '../../test/support/live-settings.ts'
import { textRequest } from '../../test/support/message-bird-requests.ts'
import { fictionalNumber } from '../support/fictional-number.ts'
import type { TwoServers } from '../support/two-servers.ts'

/** Of each server: few enough that no page is told to fetch everything instead. */
const PAUSE_MS = 150

/** New customers write to both servers, each of which takes one text after the other. Answers their tickets, server by server. */
export async function sendTexts(servers: TwoServers, count: number): Promise<readonly (readonly number[])[]> {
  const bodies = await Promise.all(([0, 1] as const).map((door) => sendTo(servers, door, Math.ceil(count / 2))))
  const tickets = await servers.ledger.ticketsOf('Stream ')
  return bodies.map((some) => some.map((body) => tickets.get(body) ?? Number.NaN))
}

async function sendTo(servers: TwoServers, door: 0 | 1, count: number): Promise<string[]> {
  const bodies: string[] = []
  for (let index = 0; index < count; index += 1) {
    const body = `Stream ${door} ${index}.`
    const from = fictionalNumber(2 * index + door)
    const { status } = await servers.deliver(door, textRequest({ from, to: DESK_NUMBER, body }))
    if (status !== 200) throw new Error(`A text was answered ${status}`)
    bodies.push(body)
    await sleep(PAUSE_MS)
  }
  return bodies
}
