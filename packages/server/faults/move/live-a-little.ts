import type { LiveDesk } from '../../test/support/live-desk.ts'
import { DESK_NUMBER } from '../../test/support/live-settings.ts'
import { fictionalNumber } from '../support/fictional-number.ts'
import type { Owner } from './owner.ts'

/** A word that no other text of the desk has. */
export const LIVED_ALONE = 'periwinkle'

export const LIVED_CUSTOMERS = 30
const ANSWERED = 10
const IN_DOUBT = 5
const WAITING_TO_LEAVE = 5
const DAY_MS = 86_400_000

export interface LivedDesk {
  /** The first of the tickets that came by text. */
  readonly firstTicket: number
  /** What was sent when it stopped, in doubt or not, and what was still to be sent. */
  readonly sent: number
  readonly inDoubt: number
  readonly waiting: number
}

/**
 * Something of everything, through the API: texts with signs that are hard to store, replies that were sent, that may have
 * been sent and that wait to be, notes, tags, drafts, a snooze.
 */
export async function liveALittle(desk: LiveDesk, owner: Owner, firstTicket: number): Promise<LivedDesk> {
  const { provider } = desk
  for (let customer = 0; customer < LIVED_CUSTOMERS; customer += 1) await text(desk, customer)
  await provider.waitForTexts(LIVED_CUSTOMERS)
  const ticket = (place: number) => `/api/tickets/${firstTicket + place}`
  const reply = (place: number, sendNow: boolean) =>
    owner.ask('POST', `${ticket(place)}/replies`, { body: `An answer to ${place}`, sendNow })

  for (let place = 0; place < ANSWERED; place += 1) await reply(place, true)
  await provider.waitForTexts(LIVED_CUSTOMERS + ANSWERED)
  await owner.ask('POST', `${ticket(0)}/notes`, { body: 'Calls back on Monday 🪻' })
  await owner.ask('PUT', `${ticket(1)}/tags`, { tags: ['Größe', 'refund'] })
  await owner.ask('PUT', `${ticket(2)}/snooze`, { until: new Date(Date.now() + DAY_MS).toISOString() })
  await owner.ask('PUT', `/api/drafts/${firstTicket + 3}`, { mode: 'reply', body: 'Dear customer,\n' })
  await owner.ask('POST', '/api/canned-replies', {
    shortcut: 'hours',
    title: 'Hours',
    body: 'We are here from 9 to 5.',
  })

  provider.answerWith('silent')
  for (let place = 0; place < IN_DOUBT; place += 1) await reply(ANSWERED + place, true)
  await provider.waitForTexts(LIVED_CUSTOMERS + ANSWERED + IN_DOUBT)
  for (let place = 0; place < WAITING_TO_LEAVE; place += 1) await reply(ANSWERED + IN_DOUBT + place, false)
  return { firstTicket, sent: provider.texts.length, inDoubt: IN_DOUBT, waiting: WAITING_TO_LEAVE }
}

async function text({ webhooks }: LiveDesk, customer: number): Promise<void> {
  const body = [`Do you have ${LIVED_ALONE}?`, 'NUL \0 within, 🪻, مرحبا and \\x6e\\u0000', `Text ${customer}`]
  const sent = { from: fictionalNumber(customer), to: DESK_NUMBER, body: body[customer] ?? body[2] ?? '' }
  const { status } = await webhooks.sendText(sent)
  if (status !== 200) throw new Error(`A text was answered ${status}`)
}
