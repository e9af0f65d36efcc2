import type { Ticket } from '../../domain/ticket/ticket.ts'
import type { Desk } from '../../ports/unit-of-work.ts'
import { isActive } from './require-active.ts'

/** A closed ticket keeps the agent who had it. Once it is open again it must be somebody's who is still there, or nobody's. */
export async function takenUpAgain(desk: Pick<Desk, 'agents'>, ticket: Ticket): Promise<Ticket> {
  if (ticket.assigneeId === null || (await isActive(desk, ticket.assigneeId))) return ticket
  return { ...ticket, assigneeId: null }
}
