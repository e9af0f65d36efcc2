import { DomainError } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { UnitOfWork } from '../ports/unit-of-work.ts'
import { requireTicket } from './require-ticket.ts'
import { reopened } from './ticket.ts'
import { TicketEditor } from './ticket-editor.ts'

export class ReopenTicket {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /** Reopening an open ticket changes nothing. @throws DomainError `not-found`, `other-ticket-open` */
  async execute(reopening: { ticketNumber: number; agentId: string }): Promise<void> {
    const now = this.#deps.clock.now()
    await this.#deps.unitOfWork.run(async (desk) => {
      const ticket = await requireTicket(desk, reopening.ticketNumber)
      if (ticket.status !== 'closed') return
      const other = await desk.tickets.findCurrent(ticket.inboxId, ticket.contactId)
      if (other !== null) {
        throw new DomainError('other-ticket-open', `Ticket ${other.number} of this customer is open. Carry on there.`, {
          ticketNumber: other.number,
        })
      }
      const editor = new TicketEditor(desk, reopened(ticket, now))
      await editor.addActivity({ id: this.#deps.ids.uuid(), at: now, what: 'reopened', actorId: reopening.agentId })
      await editor.save('state')
    })
  }
}
