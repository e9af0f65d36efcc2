import type { Contact } from '../../domain/contact/contact.ts'
import type { Inbox } from '../../domain/inbox/inbox.ts'
import type { Message } from '../../domain/message/message.ts'
import type { Desk } from '../../ports/unit-of-work.ts'
import type { FailureReason } from '../../text/failure-reason.ts'
import type { ReplyObstacle } from '../../text/reply-obstacle.ts'
import { obstacleBetween } from '../shared/obstacle-between.ts'

const REASONS: Readonly<Record<ReplyObstacle, FailureReason>> = {
  'no-number': 'unanswerable',
  name: 'unanswerable',
  'short-code': 'unanswerable',
  blocked: 'blocked',
  'opted-out': 'opted-out',
}

/** Why a message must not leave after all: what was true when it was written may not be true now. */
export async function reasonNotToSend(
  desk: Pick<Desk, 'optOuts'>,
  { message, inbox, contact }: { message: Message; inbox: Inbox; contact: Contact },
): Promise<FailureReason | null> {
  const obstacle = await obstacleBetween(desk, inbox, contact)
  // The one text that goes to somebody who opted out is the confirmation of it.
  if (obstacle === null || (obstacle === 'opted-out' && message.purpose === 'opt-out')) return null
  return REASONS[obstacle]
}
