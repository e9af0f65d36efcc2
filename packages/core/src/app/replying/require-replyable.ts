import { DomainError, type DomainErrorCode } from '../../domain/errors.ts'
import type { Desk } from '../../ports/unit-of-work.ts'
import { explainObstacle, type ReplyObstacle } from '../../text/reply-obstacle.ts'
import { obstacleBetween } from '../shared/obstacle-between.ts'

const CODES: Readonly<Record<ReplyObstacle, DomainErrorCode>> = {
  'no-number': 'contact-unanswerable',
  name: 'contact-unanswerable',
  'short-code': 'contact-unanswerable',
  blocked: 'contact-blocked',
  'opted-out': 'contact-opted-out',
}

/**
 * Whether a person may write to this contact through this inbox.
 * @throws DomainError `not-found`, `contact-unanswerable`, `contact-blocked`, `contact-opted-out`
 */
export async function requireReplyable(
  desk: Pick<Desk, 'contacts' | 'inboxes' | 'optOuts'>,
  { inboxId, contactId }: { inboxId: string; contactId: string },
): Promise<void> {
  const [inbox, contact] = [await desk.inboxes.find(inboxId), await desk.contacts.find(contactId)]
  if (inbox === null || contact === null) throw new DomainError('not-found', 'This conversation is gone.')
  const obstacle = await obstacleBetween(desk, inbox, contact)
  if (obstacle === null) return
  throw new DomainError(CODES[obstacle], explainObstacle(obstacle, { address: contact.address.value }))
}
