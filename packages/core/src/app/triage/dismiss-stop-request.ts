import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { requireTicket } from '../shared/require-ticket.ts'
import { TicketEditor } from '../shared/ticket-editor.ts'

/** An agent has read what looked like the wish for no more texts, and it is none. */
export class DismissStopRequest {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /** Where there is none, it changes nothing. @throws DomainError `not-found` */
  async execute({ ticketNumber, agentId }: { ticketNumber: number; agentId: string }): Promise<void> {
    const at = this.#deps.clock.now()
    await this.#deps.unitOfWork.run(async (desk) => {
      const ticket = await requireTicket(desk, ticketNumber)
      if (ticket.stopAskedAt === null) return
      const editor = new TicketEditor(desk, { ...ticket, stopAskedAt: null })
      const line = { id: this.#deps.ids.uuid(), at, actorId: agentId }
      await editor.addActivity({ ...line, what: 'stop-request-dismissed' })
      await editor.save('contact')
    })
  }
}
