import type { Contact } from '../../domain/contact/contact.ts'
import type { Inbox } from '../../domain/inbox/inbox.ts'
import type { Arrival } from '../../domain/message/arrival.ts'
import type { Message } from '../../domain/message/message.ts'
import { type ReactionText, standingReaction } from '../../domain/message/reaction.ts'
import { isQuoteOf, type ReactionReading, readReaction } from '../../domain/reaction/read-reaction.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { Desk } from '../../ports/unit-of-work.ts'

/** A reaction as it is kept, and the message with its mark. */
interface Marked {
  readonly text: ReactionText
  readonly message: Message
}

interface PossibleReaction {
  readonly inbox: Inbox
  readonly contact: Contact
  readonly body: string
  readonly arrival: Arrival
  readonly now: number
  readonly ids: Ids
}

/** How far back a phone's reaction is looked for among our texts to it. */
const TEXTS_LOOKED_AT = 200
/** Who changes their mind more often is taken at their last words. */
const REACTIONS_LOOKED_AT = 50

/**
 * A text that is a phone's reaction to one of our texts to it becomes a mark on that text: it opens, wakes and confirms nothing,
 * and nobody waits for an answer to it.
 * @returns null for any other text.
 */
export async function takeReaction(
  desk: Pick<Desk, 'changes' | 'messages' | 'reactions'>,
  text: PossibleReaction,
): Promise<Marked | null> {
  const reading = readReaction(text.body)
  const quoted = reading && (await findQuoted(desk, text, reading))
  // Found anew, as that locks it: two reactions to it may come at once.
  const message = quoted && (await desk.messages.find(quoted.id))
  if (reading === null || message === null) return null
  const taken = reactionText(text, reading, message)
  await desk.reactions.add(taken)
  const reaction = standingReaction(await desk.reactions.list(message.id, REACTIONS_LOOKED_AT))
  await desk.messages.save({ ...message, reaction })
  desk.changes.record({ kind: 'ticket', ticketNumber: message.ticketNumber, what: 'reaction' })
  return { text: taken, message: { ...message, reaction } }
}

async function findQuoted(
  desk: Pick<Desk, 'messages'>,
  text: PossibleReaction,
  reading: ReactionReading,
): Promise<Message | null> {
  const sent = await desk.messages.history.sent(text.inbox.id, text.contact.id, TEXTS_LOOKED_AT)
  return sent.find(({ body }) => isQuoteOf(reading, body)) ?? null
}

function reactionText(text: PossibleReaction, { emoji, removes }: ReactionReading, message: Message): ReactionText {
  const { inbox, contact, body, arrival, now, ids } = text
  const place = { messageId: message.id, inboxId: inbox.id, contactId: contact.id }
  return { id: ids.uuid(), ...place, at: now, emoji, removes, body, arrival }
}
