import { expect, it } from 'vitest'
import { DeskLedger } from './support/desk-ledger.ts'
import { DESK_NUMBER } from './support/live-settings.ts'
import { textRequest, type WireRequest } from './support/message-bird-requests.ts'
import { startLiveDesk } from './support/start-live-desk.ts'

const NUMBERS = 250

/** Two first texts of each number. */
function firstTexts(): WireRequest[] {
  const phones = Array.from({ length: NUMBERS }, (_, index) => `+1202555${String(1_000 + index)}`)
  return phones.flatMap((from) =>
    ['a', 'b'].map((which) => textRequest({ from, to: DESK_NUMBER, body: `load ${which} ${from}` })),
  )
}

it('500 first texts of 250 new numbers at once, each delivered twice: 250 tickets, 500 messages, 250 confirmations', async () => {
  const { webhooks, provider, databaseUrl } = await startLiveDesk()
  const texts = firstTexts()
  const answers = await Promise.all([...texts, ...texts].map((request) => webhooks.deliver(request)))
  expect(new Set(answers.map(({ status, body }) => `${status} ${body}`))).toEqual(new Set(['200 OK']))

  const { copies, tickets, contacts, confirmationsPerTicket } = new DeskLedger(sqliteFileOf(databaseUrl)).read('load ')
  expect([...copies.values()]).toEqual(Array(2 * NUMBERS).fill(1))
  expect({ tickets, contacts }).toEqual({ tickets: NUMBERS, contacts: NUMBERS })
  expect(confirmationsPerTicket).toEqual([1])

  const sent = await provider.waitForTexts(NUMBERS)
  expect(new Set(sent.map(({ recipient }) => recipient)).size).toBe(NUMBERS)
  expect(sent).toHaveLength(NUMBERS)
})

function sqliteFileOf(url: string): string {
  return url.slice('sqlite:'.length)
}
