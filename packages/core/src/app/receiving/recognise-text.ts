import type { Inbox } from '../../domain/inbox/inbox.ts'
import type { FetchedText, ReceivedText } from '../../domain/message/received-text.ts'
import type { ArrivedText, NotedText, SameTexts } from '../../ports/repositories/arrival-repository.ts'
import type { Desk } from '../../ports/unit-of-work.ts'
import { findAwaiting, findReceived } from './arrived-texts.ts'

/** How far the desk's time of receipt may lie from the provider's time for both to be of one text. */
const SAME_TEXT_WITHIN_MS = 10 * 60_000
/** What a customer says twice within a second was said once: some webhooks name a text otherwise than the list does. */
const SAME_SECOND_MS = 1_000

/** What an earlier message has to do with a text that came once more, and what is to be kept of it. */
export interface Recognised {
  /** A text of the provider's list has found its message. */
  readonly listed?: NotedText
  /** The webhook of this listed message came after all. */
  readonly lateWebhookFor?: string
}

type Reader = Pick<Desk, 'arrivals' | 'contacts' | 'reactions'>

interface Claimed {
  /** Whether the text's receipt key had not been claimed before. */
  readonly isNewKey: boolean
  readonly now: number
}

/**
 * Whether the text is a message already, whichever way it came first. A webhook and the provider's list may know one text by
 * different names or by none, so what it says and when it was sent decide where names do not.
 * @returns null for a text that is new.
 */
export async function recogniseText(
  desk: Reader,
  inbox: Inbox,
  text: ReceivedText,
  { isNewKey, now }: Claimed,
): Promise<Recognised | null> {
  if (!isNewKey && !text.fetched) return {}
  const contact = await desk.contacts.findByAddress(text.from)
  const same = contact && { inboxId: inbox.id, contactId: contact.id, body: text.body }
  if (text.fetched) return recogniseListed(desk, text.fetched, { same, inbox, isNewKey, now })
  return same === null ? null : recogniseLate(desk, text, same, now)
}

/** Each listed text is one message, and no message is two listed texts. */
async function recogniseListed(
  desk: Reader,
  listed: FetchedText,
  { same, inbox, isNewKey, now }: Claimed & { same: SameTexts | null; inbox: Inbox },
): Promise<Recognised | null> {
  const { providerId, at } = listed
  const [unlisted] = await desk.arrivals.findUnlisted(inbox.id, [providerId])
  if (unlisted === undefined) return {}
  const received = same ? await findReceived(desk, same, at - SAME_TEXT_WITHIN_MS, now) : []
  const own = received.find((one) => one.arrival?.providerId === providerId)
  // The key of a message that was erased since, or that came before names were kept.
  const isGone = !isNewKey && own === undefined
  const free = received.filter((one) => !one.isListed)
  const twin = own && free.includes(own) ? own : nearest(free, listed)
  const place = { inboxId: inbox.id, providerId, at }
  if (isGone) return { listed: { ...place, messageId: null, webhookCame: true } }
  if (twin === null) return null
  return { listed: { ...place, messageId: twin.messageId, webhookCame: twin === own || isSameSecond(twin, at) } }
}

/** The message that came nearest to the moment, among those that the list knows by no other name. */
function nearest(texts: readonly ArrivedText[], { at, listedIds }: FetchedText): ArrivedText | null {
  const distance = (one: ArrivedText) => Math.abs((one.arrival?.sentAt ?? one.at) - at)
  const candidates = texts.filter(
    (one) =>
      (Math.abs(one.at - at) <= SAME_TEXT_WITHIN_MS || isSameSecond(one, at)) &&
      !listedIds.has(one.arrival?.providerId ?? ''),
  )
  return candidates.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

function isSameSecond({ arrival }: ArrivedText, at: number): boolean {
  return Math.abs((arrival?.sentAt ?? Number.NaN) - at) <= SAME_SECOND_MS
}

/** A webhook that comes after its text was found in the list, under another name or under none. */
async function recogniseLate(
  desk: Reader,
  text: ReceivedText,
  same: SameTexts,
  now: number,
): Promise<Recognised | null> {
  const { sentAt = null, providerId = null } = text.told ?? {}
  const awaiting = await findAwaited(desk, same, { sentAt, providerId, now })
  return awaiting === undefined ? null : { lateWebhookFor: awaiting.messageId }
}

async function findAwaited(
  desk: Reader,
  same: SameTexts,
  { sentAt, providerId, now }: { sentAt: number | null; providerId: string | null; now: number },
): Promise<ArrivedText | undefined> {
  if (sentAt !== null) return (await findAwaiting(desk, same, sentAt - SAME_SECOND_MS, sentAt + SAME_SECOND_MS))[0]
  if (providerId !== null) return undefined
  const around = await findAwaiting(desk, same, now - SAME_TEXT_WITHIN_MS, now + SAME_TEXT_WITHIN_MS)
  return around.find(({ arrival }) => arrival?.by === 'fetched')
}
