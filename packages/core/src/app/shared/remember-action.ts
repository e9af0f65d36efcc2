import type { Ticket } from '../../domain/ticket/ticket.ts'
import type { TicketState } from '../../domain/ticket/ticket-action.ts'
import type { Desk } from '../../ports/unit-of-work.ts'

/** Without a key nobody will ask to undo it. */
export async function rememberAction(
  desk: Pick<Desk, 'ticketActions'>,
  key: string | null | undefined,
  done: { agentId: string; at: number; before: Ticket; after: Ticket; settledIds?: readonly string[] },
): Promise<void> {
  if (!key) return
  const { agentId, at, before, after, settledIds = [] } = done
  await desk.ticketActions.save({
    ...{ ticketNumber: after.number, agentId, key, at, seq: after.lastSeq },
    ...{ before: stateOf(before), after: stateOf(after), settledIds },
  })
}

function stateOf(ticket: Ticket): TicketState {
  const { status, assigneeId, waitingSince, snoozedUntil, tags, updatedAt, closedAt } = ticket
  return { status, assigneeId, waitingSince, snoozedUntil, tags, updatedAt, closedAt }
}
