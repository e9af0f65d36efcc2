import { DomainError } from '../../domain/errors.ts'
import type { Message } from '../../domain/message/message.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import type { Desk } from '../../ports/unit-of-work.ts'

/** @throws DomainError `not-found`, `ticket-merged` */
export async function requireTicket(desk: Pick<Desk, 'tickets'>, number: number): Promise<Ticket> {
  const ticket = await desk.tickets.find(number)
  if (ticket === null) throw new DomainError('not-found', `Ticket ${number} isn't here.`)
  if (ticket.mergedInto === null) return ticket
  const { number: ticketNumber } = await followMerges(desk, ticket)
  const problem = `Ticket ${number} was merged into ticket ${ticketNumber}. Carry on there.`
  throw new DomainError('ticket-merged', problem, { ticketNumber })
}

/** The ticket that holds what this one held; itself unless it was merged. */
export async function followMerges(desk: Pick<Desk, 'tickets'>, ticket: Ticket): Promise<Ticket> {
  const target = ticket.mergedInto === null ? null : await desk.tickets.find(ticket.mergedInto)
  return target === null ? ticket : followMerges(desk, target)
}

/** @throws DomainError `not-found` also for a message of another ticket. */
export async function requireMessage(
  desk: Pick<Desk, 'messages'>,
  ticket: Ticket,
  messageId: string,
): Promise<Message> {
  const message = await desk.messages.find(messageId)
  if (message === null || message.ticketNumber !== ticket.number) {
    throw new DomainError('not-found', `This message isn't in ticket ${ticket.number}.`)
  }
  return message
}
