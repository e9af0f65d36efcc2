import { DomainError } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Desk, UnitOfWork } from '../ports/unit-of-work.ts'
import { requireTicket } from './require-ticket.ts'
import { TicketEditor } from './ticket-editor.ts'

export interface Assignment {
  readonly ticketNumber: number
  /** Who assigns. */
  readonly agentId: string
  /** Null for nobody. */
  readonly assigneeId: string | null
}

export class AssignTicket {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /** @throws DomainError `not-found` for a ticket that isn't there, and for an agent who is not active. */
  async execute({ ticketNumber, agentId, assigneeId }: Assignment): Promise<void> {
    await this.#deps.unitOfWork.run(async (desk) => {
      const ticket = await requireTicket(desk, ticketNumber)
      if (ticket.assigneeId === assigneeId) return
      if (assigneeId !== null) await requireActive(desk, assigneeId)
      const editor = new TicketEditor(desk, { ...ticket, assigneeId })
      const line = { id: this.#deps.ids.uuid(), at: this.#deps.clock.now(), actorId: agentId }
      await editor.addActivity(
        assigneeId === null ? { ...line, what: 'unassigned' } : { ...line, what: 'assigned', detail: assigneeId },
      )
      await editor.save('state')
    })
  }
}

async function requireActive(desk: Desk, agentId: string): Promise<void> {
  const agent = await desk.agents.find(agentId)
  if (agent === null || agent.disabledAt !== null) {
    throw new DomainError('not-found', 'This agent is not on the desk any more.')
  }
}
