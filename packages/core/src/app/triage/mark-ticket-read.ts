import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { requireMessage, requireTicket } from '../shared/require-ticket.ts'

/** Unread is per agent: this one has seen the ticket up to that message. */
export class MarkTicketRead {
  readonly #deps: { unitOfWork: UnitOfWork }

  constructor(deps: { unitOfWork: UnitOfWork }) {
    this.#deps = deps
  }

  /** @throws DomainError `not-found` */
  async execute(read: { ticketNumber: number; agentId: string; messageId: string }): Promise<void> {
    await this.#deps.unitOfWork.run(async (desk) => {
      const ticket = await requireTicket(desk, read.ticketNumber)
      const message = await requireMessage(desk, ticket, read.messageId)
      await desk.reads.markSeen(read.agentId, ticket.number, message.seq)
    })
  }
}
