import type { Activity } from '@textdesk/server/contract'
import { isolated } from '../../../shared/text/isolated.ts'
import { fullTime } from '../../../shared/time/format-time.ts'

const WITHHELD: Readonly<Record<string, string>> = {
  unanswerable: "the sender can't be answered",
  'own-number': "it came from the desk's own number",
  'opted-out': 'the customer opted out',
  'too-many-confirmations': 'this customer got enough of them today',
  'identical-texts': 'the same text came again and again',
  'budget-spent': 'the desk sent too many automatic texts this hour',
}

/** A line of activity as a sentence without a full stop. */
export function activityWords({ what, actor, assignee, detail }: Activity): string {
  const who = isolated(actor?.name ?? 'The desk')
  switch (what) {
    case 'conversation-started':
      return `${who} started the conversation`
    case 'closed':
      return `Closed by ${who}`
    case 'reopened':
      return `Reopened by ${who}`
    case 'reopened-by-text':
      return 'Reopened by a new text'
    case 'assigned':
      return actor && assignee && actor.id === assignee.id
        ? `${who} took it`
        : `${who} assigned it to ${isolated(assignee?.name ?? 'somebody')}`
    case 'unassigned':
      if (detail !== 'agent-disabled') return `${who} took the assignment back`
      return actor
        ? `Unassigned: ${who} disabled the agent who had it`
        : 'Unassigned: the agent who had it was disabled'
    case 'confirmation-withheld':
      return detail ? `No confirmation was sent: ${WITHHELD[detail] ?? detail}` : 'No confirmation was sent'
    case 'opted-out':
      return actor ? `${who} opted the customer out` : 'The customer opted out'
    case 'opted-in':
      return actor ? `${who} opted the customer in` : 'The customer opted in'
    case 'stop-request-dismissed':
      return `${who} says that the customer still wants texts`
    case 'blocked':
      return `${who} blocked the customer`
    case 'unblocked':
      return `${who} unblocked the customer`
    case 'snoozed':
      return `Snoozed by ${who}${detail ? ` until ${fullTime(detail)}` : ''}`
    case 'woken':
      return detail === null ? `Woken by ${who}` : `Woken: ${detail === 'text' ? 'a new text came' : 'its time came'}`
    case 'reply-undone':
      return `${who} undid a reply`
    case 'resent':
      return `${who} sent a message again`
    case 'arrival-confirmed':
      return `${who} says that it arrived`
    case 'moved-to':
      return `${who} moved texts to ticket ${detail}`
    case 'moved-from':
      return `${who} moved texts here from ticket ${detail}`
    case 'merged-from':
      return `${who} merged ticket ${detail} into this one`
    default:
      return what.replaceAll('-', ' ')
  }
}

/** The ticket that a line leads to. */
export function linkedTicket({ what, detail }: Activity): number | null {
  return what === 'moved-to' || what === 'moved-from' ? Number(detail) : null
}
