import { type OptOutIntent, readOptOutWord } from '../../domain/consent/opt-out-words.ts'
import type { Contact } from '../../domain/contact/contact.ts'
import type { Inbox } from '../../domain/inbox/inbox.ts'
import type { Desk } from '../../ports/unit-of-work.ts'

/** What the customer asks of the desk itself; null for a text that is meant for a person. */
export async function readIntent(
  desk: Pick<Desk, 'optOuts'>,
  inbox: Inbox,
  contact: Contact,
  body: string,
): Promise<OptOutIntent | null> {
  const word = readOptOutWord(body, inbox.optOutWords)
  if (word !== 'in') return word
  // "Start" from somebody who never opted out is an ordinary word.
  return (await desk.optOuts.find(inbox.id, contact.address)) === null ? null : 'in'
}
