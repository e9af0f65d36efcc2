import { settleArrived } from '../../domain/delivery/delivery.ts'
import { requireSettleable } from '../../domain/message/require-settleable.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { requireMessage, requireTicket } from '../shared/require-ticket.ts'
import { TicketEditor } from '../shared/ticket-editor.ts'

/** An agent knows that a doubtful text arrived, for instance because the customer answered it. */
export class ConfirmArrival {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /** @throws DomainError `not-found`, `not-settleable` */
  async execute(arrival: { ticketNumber: number; messageId: string; agentId: string }): Promise<void> {
    await this.#deps.unitOfWork.run(async (desk) => {
      const ticket = await requireTicket(desk, arrival.ticketNumber)
      const message = await requireMessage(desk, ticket, arrival.messageId)
      const delivery = requireSettleable(message)
      const now = this.#deps.clock.now()
      const settled = { settledAt: now, settledBy: arrival.agentId }
      await desk.messages.save({ ...message, delivery: settleArrived(delivery) ?? delivery, ...settled })
      const editor = new TicketEditor(desk, ticket)
      await editor.addActivity({
        id: this.#deps.ids.uuid(),
        at: now,
        what: 'arrival-confirmed',
        actorId: arrival.agentId,
      })
      await editor.save('delivery')
    })
  }
}
