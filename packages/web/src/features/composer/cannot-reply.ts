import type { TicketSummary } from '@textdesk/server/contract'
import { shortDate } from '../../shared/time/format-time.ts'

/** Why this customer can't be answered now, as a sentence with its cure; null where replies are on. */
export function cannotReply({ contact, status }: TicketSummary, now: number): string | null {
  if (contact.kind === 'name') return `'${contact.address}' is a name, not a number. It can't be answered.`
  if (contact.kind === 'short-code') return `${contact.address} is a short code. It can't be answered.`
  if (contact.blockedAt !== null) return 'This customer is blocked. Unblock them to reply.'
  if (contact.optedOutAt !== null) {
    return `This customer opted out on ${shortDate(contact.optedOutAt, now)}. Replies are off until they text START.`
  }
  if (status === 'closed') return 'This ticket is closed. Reopen it to reply.'
  return null
}
