import type { Message, TicketSummary, TimelineItem } from '@textdesk/server/contract'

/** What moving this text will do, as sentences. */
export function moveWords(
  items: readonly TimelineItem[],
  message: Message,
  { number, status }: Pick<TicketSummary, 'number' | 'status'>,
): string {
  const after = items.filter(({ type, seq }) => type === 'message' && seq > message.seq).length
  const what =
    after === 0
      ? 'This text goes'
      : `This text and ${after === 1 ? 'the message' : `the ${after} messages`} after it go`
  const toWhere =
    status === 'closed'
      ? "to the customer's open ticket, or to a new one."
      : `to a new ticket. Ticket ${number} is closed.`
  return `${what} ${toWhere} The customer is told nothing.`
}
