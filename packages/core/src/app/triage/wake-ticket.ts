import { woken } from '../../domain/ticket/ticket.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { rememberAction } from '../shared/remember-action.ts'
import { requireTicket } from '../shared/require-ticket.ts'
import { TicketEditor } from '../shared/ticket-editor.ts'

export interface Waking {
  readonly ticketNumber: number
  readonly agentId: string
  /** What undoing it will name it by; without one it cannot be undone. */
  readonly undoKey?: string | null
}

/** An agent takes a snoozed ticket up before its time. */
export class WakeTicket {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /** Waking a ticket that is not snoozed changes nothing. @throws DomainError `not-found` */
  async execute({ ticketNumber, agentId, undoKey }: Waking): Promise<void> {
    const now = this.#deps.clock.now()
    await this.#deps.unitOfWork.run(async (desk) => {
      const ticket = await requireTicket(desk, ticketNumber)
      if (ticket.status !== 'snoozed') return
      const editor = new TicketEditor(desk, woken(ticket, now))
      await editor.addActivity({ id: this.#deps.ids.uuid(), at: now, what: 'woken', actorId: agentId })
      await editor.save('state')
      await rememberAction(desk, undoKey, { agentId, at: now, before: ticket, after: editor.ticket })
    })
  }
}
