import { DomainError } from '@textdesk/core'

export function missingTicket(number: number): DomainError {
  return new DomainError('not-found', `Ticket ${number} isn't here. Check the number, or search for the customer.`)
}
