import { reopened } from '../../domain/ticket/ticket.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { rememberAction } from '../shared/remember-action.ts'
import { requireTicket } from '../shared/require-ticket.ts'
import { takenUpAgain } from '../shared/taken-up-again.ts'
import { TicketEditor } from '../shared/ticket-editor.ts'
import { waitingSinceOf } from '../shared/waiting-since.ts'
import { requireNoOtherOpen } from './require-no-other-open.ts'

export interface Reopening {
  readonly ticketNumber: number
  readonly agentId: string
  /** What undoing it will name it by; without one it cannot be undone. */
  readonly undoKey?: string | null
}

/** An agent takes a closed ticket up again. Whom nobody had answered waits on. */
export class ReopenTicket {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /** Reopening an open ticket changes nothing. @throws DomainError `not-found`, `other-ticket-open` */
  async execute({ ticketNumber, agentId, undoKey }: Reopening): Promise<void> {
    const now = this.#deps.clock.now()
    await this.#deps.unitOfWork.run(async (desk) => {
      const ticket = await requireTicket(desk, ticketNumber)
      if (ticket.status !== 'closed') return
      await requireNoOtherOpen(desk, ticket)
      const open = reopened(await takenUpAgain(desk, ticket), now)
      const editor = new TicketEditor(desk, { ...open, waitingSince: await waitingSinceOf(desk, open) })
      await editor.addActivity({ id: this.#deps.ids.uuid(), at: now, what: 'reopened', actorId: agentId })
      await editor.save('state')
      await rememberAction(desk, undoKey, { agentId, at: now, before: ticket, after: editor.ticket })
    })
  }
}
