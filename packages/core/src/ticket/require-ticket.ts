import { DomainError } from '../errors.ts'
import type { Message } from '../message/message.ts'
import type { Desk } from '../ports/unit-of-work.ts'
import type { Ticket } from './ticket.ts'

/** @throws DomainError `not-found` */
export async function requireTicket(desk: Desk, number: number): Promise<Ticket> {
  const ticket = await desk.tickets.find(number)
  if (ticket === null) throw new DomainError('not-found', `Ticket ${number} isn't here.`)
  return ticket
}

/** @throws DomainError `not-found` also for a message of another ticket. */
export async function requireMessage(desk: Desk, ticket: Ticket, messageId: string): Promise<Message> {
  const message = await desk.messages.find(messageId)
  if (message === null || message.ticketNumber !== ticket.number) {
    throw new DomainError('not-found', `This message isn't in ticket ${ticket.number}.`)
  }
  return message
}
