import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { LiveDesk } from '../../test/support/live-desk.ts'
import { DESK_NUMBER } from '../../test/support/live-settings.ts'
import { fictionalNumber } from '../support/fictional-number.ts'
import { answersOf } from './answers.ts'
import { LIVED_CUSTOMERS } from './live-a-little.ts'
import type { MovedDesk } from './moved-desk.ts'
import { Owner } from './owner.ts'

/** What the desk said and did where it had moved to. */
export interface Afterlife {
  /** Paths that the API answers otherwise than before. */
  readonly unequal: readonly string[]
  readonly threaded: boolean
  readonly opened: boolean
  /** Texts that had waited. */
  readonly sentOnce: number
  readonly others: number
  readonly twice: number
}

const NEWCOMER = fictionalNumber(LIVED_CUSTOMERS)
const AGAIN = 'It is me again'
const NEW = 'I am new here'

/** A desk is started in the new place. */
export async function useMoved({ url, folder, lived, answers, provider }: MovedDesk): Promise<Afterlife> {
  provider.answerWith('accept')
  const place = join(folder, 'moved')
  mkdirSync(place)
  const desk = await LiveDesk.start({ folder: place, env: { DATABASE_URL: url } }, provider)
  try {
    const owner = await Owner.signIn(desk.server.url)
    const there = await answersOf(owner, lived)
    const unequal = [...answers].filter(([path, answer]) => there.get(path) !== answer).map(([path]) => path)
    await desk.webhooks.sendText({ from: fictionalNumber(0), to: DESK_NUMBER, body: AGAIN })
    await desk.webhooks.sendText({ from: NEWCOMER, to: DESK_NUMBER, body: NEW })
    const saysIn = async (ticket: number, body: string) =>
      (await owner.ask('GET', `/api/tickets/${ticket}/messages`)).includes(JSON.stringify(body))
    const threaded = await saysIn(lived.firstTicket, AGAIN)
    const opened = await saysIn(lived.firstTicket + LIVED_CUSTOMERS, NEW)
    await provider.waitForTexts(lived.sent + lived.waiting + 1)
    // What else it has to send leaves before it stops.
    await desk.server.stop()
    return { unequal, threaded, opened, ...departures(provider.texts, lived.sent) }
  } finally {
    await desk.server.stop()
  }
}

interface Sent {
  readonly reference: string | null
  readonly recipient: string
}

/** The provider's ledger, of which the first so many texts are those of the source. */
function departures(texts: readonly Sent[], before: number): Pick<Afterlife, 'sentOnce' | 'others' | 'twice'> {
  const known = new Set(texts.slice(0, before).map(({ reference }) => reference))
  const fresh = texts.slice(before).filter(({ recipient }) => recipient !== NEWCOMER.slice(1))
  const references = new Set(fresh.map(({ reference }) => reference))
  const again = fresh.filter(({ reference }) => known.has(reference)).length
  const once = references.size - again
  return { sentOnce: once, others: again, twice: texts.length - new Set(texts.map(({ reference }) => reference)).size }
}
