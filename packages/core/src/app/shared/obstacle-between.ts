import type { Contact } from '../../domain/contact/contact.ts'
import type { Inbox } from '../../domain/inbox/inbox.ts'
import type { Desk } from '../../ports/unit-of-work.ts'
import { type ReplyObstacle, replyObstacle } from '../../text/reply-obstacle.ts'

/** What stands between an inbox and a contact now, the ledger of opt-outs included; null where a text can go. */
export async function obstacleBetween(
  desk: Pick<Desk, 'optOuts'>,
  inbox: Inbox,
  contact: Contact,
): Promise<ReplyObstacle | null> {
  const { address, blockedAt } = contact
  const optOut = await desk.optOuts.find(inbox.id, address)
  return replyObstacle({ contact: { kind: address.kind, blockedAt, optedOutAt: optOut?.at ?? null }, inbox })
}
