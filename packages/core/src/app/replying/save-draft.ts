import type { Draft } from '../../domain/ticket/draft.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { showsAnything } from '../../text/shows-anything.ts'
import { requireTicket } from '../shared/require-ticket.ts'

/** Keeps what an agent has written so far, so that it is there wherever they go on. The last one written stays. */
export class SaveDraft {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
    this.#deps = deps
  }

  /** A body that shows nothing leaves no draft. @throws DomainError `not-found` */
  async execute(draft: Omit<Draft, 'updatedAt'>): Promise<void> {
    const updatedAt = this.#deps.clock.now()
    await this.#deps.unitOfWork.run(async (desk) => {
      const { number } = await requireTicket(desk, draft.ticketNumber)
      if (!showsAnything(draft.body)) await desk.drafts.remove(draft.agentId, number, draft.mode)
      else await desk.drafts.save({ ...draft, updatedAt })
    })
  }
}
