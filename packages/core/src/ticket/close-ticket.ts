import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Desk, UnitOfWork } from '../ports/unit-of-work.ts'
import { needsAgent } from '../text/unsettled.ts'
import { requireNothingNewer } from './require-nothing-newer.ts'
import { requireTicket } from './require-ticket.ts'
import { closed, type Ticket } from './ticket.ts'
import { TicketEditor } from './ticket-editor.ts'

/**
 * An agent is done with a ticket. What needed an agent in it is dealt with by that; what nobody was asked about yet is not, and
 * shows up when it turns out not to have arrived.
 */
export class CloseTicket {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /** Closing a closed ticket changes nothing. @throws DomainError `not-found`, `newer-message` */
  async execute(closure: { ticketNumber: number; agentId: string; seenMessageId: string | null }): Promise<void> {
    const now = this.#deps.clock.now()
    await this.#deps.unitOfWork.run(async (desk) => {
      const ticket = await requireTicket(desk, closure.ticketNumber)
      if (ticket.status === 'closed') return
      await requireNothingNewer(desk, ticket, closure)
      await settleAll(desk, ticket, { settledAt: now, settledBy: closure.agentId })
      const editor = new TicketEditor(desk, closed(ticket, now))
      await editor.addActivity({ id: this.#deps.ids.uuid(), at: now, what: 'closed', actorId: closure.agentId })
      await editor.save('state')
    })
  }
}

async function settleAll(desk: Desk, ticket: Ticket, settled: { settledAt: number; settledBy: string }): Promise<void> {
  for (const message of await desk.messages.history.unsettled(ticket.number)) {
    if (needsAgent(message, settled.settledAt)) await desk.messages.save({ ...message, ...settled })
  }
}
