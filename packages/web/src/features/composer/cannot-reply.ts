import { explainObstacle, replyObstacle } from '@textdesk/core/text'
import type { TicketSummary } from '@textdesk/server/contract'
import { shortDate } from '../../shared/time/format-time.ts'

/** Why this customer can't be answered now, as a sentence with its cure; null where replies are on. */
export function cannotReply(ticket: TicketSummary, now: number): string | null {
  const { address, optedOutAt } = ticket.contact
  const obstacle = replyObstacle(ticket)
  if (obstacle !== null) {
    return explainObstacle(obstacle, { address, ...(optedOutAt && { optedOutOn: shortDate(optedOutAt, now) }) })
  }
  return ticket.status === 'closed' ? 'This ticket is closed. Reopen it to reply.' : null
}
