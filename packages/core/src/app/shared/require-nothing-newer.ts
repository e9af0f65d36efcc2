import { DomainError } from '../../domain/errors.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import type { Desk } from '../../ports/unit-of-work.ts'
import { requireMessage } from './require-ticket.ts'

/**
 * Nobody answers or closes over a text they have not read, or across a colleague's reply. Null checks nothing.
 * @throws DomainError `newer-message`
 */
export async function requireNothingNewer(
  desk: Pick<Desk, 'messages'>,
  ticket: Ticket,
  { agentId, seenMessageId }: { agentId: string; seenMessageId: string | null },
): Promise<void> {
  if (seenMessageId === null) return
  const seen = await requireMessage(desk, ticket, seenMessageId)
  const newer = await desk.messages.history.firstUnseen(ticket.number, seen.seq, agentId)
  if (newer === null) return
  const what = newer.direction === 'in' ? 'The customer wrote again' : 'A colleague replied'
  throw new DomainError('newer-message', `${what} in the meantime. Read it, then decide.`, { messageId: newer.id })
}
