import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { rememberAction } from '../shared/remember-action.ts'
import { requireActive } from '../shared/require-active.ts'
import { requireTicket } from '../shared/require-ticket.ts'
import { TicketEditor } from '../shared/ticket-editor.ts'

export interface Assignment {
  readonly ticketNumber: number
  /** Who assigns. */
  readonly agentId: string
  /** Null for nobody. */
  readonly assigneeId: string | null
  /** What undoing it will name it by; without one it cannot be undone. */
  readonly undoKey?: string | null
}

export class AssignTicket {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /** @throws DomainError `not-found` for a ticket that isn't there, and for an agent who is not active. */
  async execute({ ticketNumber, agentId, assigneeId, undoKey }: Assignment): Promise<void> {
    const now = this.#deps.clock.now()
    await this.#deps.unitOfWork.run(async (desk) => {
      const ticket = await requireTicket(desk, ticketNumber)
      if (ticket.assigneeId === assigneeId) return
      if (assigneeId !== null) await requireActive(desk, assigneeId)
      const editor = new TicketEditor(desk, { ...ticket, assigneeId })
      const line = { id: this.#deps.ids.uuid(), at: now, actorId: agentId }
      await editor.addActivity(
        assigneeId === null ? { ...line, what: 'unassigned' } : { ...line, what: 'assigned', detail: assigneeId },
      )
      await editor.save('state')
      await rememberAction(desk, undoKey, { agentId, at: now, before: ticket, after: editor.ticket })
    })
  }
}
