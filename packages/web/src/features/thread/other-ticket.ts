import { asApiError } from '../../shared/api/request.ts'

/** Which ticket to go on with instead. */
export function otherTicketOf(error: unknown): number | null {
  const { code, details } = asApiError(error)
  const number = details['ticketNumber']
  const leads = code === 'other-ticket-open' || code === 'ticket-merged'
  return leads && typeof number === 'number' ? number : null
}
