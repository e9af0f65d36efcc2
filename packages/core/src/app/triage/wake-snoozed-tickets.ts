import { woken } from '../../domain/ticket/ticket.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { TicketEditor } from '../shared/ticket-editor.ts'

/** In one unit of work: more wait for the next, so that texts that come meanwhile are not held up. */
const MAX_AT_ONCE = 100

/** Brings back the snoozed tickets whose time came. */
export class WakeSnoozedTickets {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /** @returns when to ask again: `now` while more are due, null when no ticket is snoozed. */
  async execute(): Promise<{ woken: number; nextAt: number | null }> {
    const now = this.#deps.clock.now()
    return this.#deps.unitOfWork.run(async (desk) => {
      const due = await desk.tickets.findDueToWake(now, MAX_AT_ONCE)
      for (const ticket of due) {
        const editor = new TicketEditor(desk, woken(ticket, now))
        await editor.addActivity({ id: this.#deps.ids.uuid(), at: now, what: 'woken', detail: 'time' })
        await editor.save('state')
      }
      const nextAt = due.length === MAX_AT_ONCE ? now : await desk.tickets.nextWakeAt(now)
      return { woken: due.length, nextAt }
    })
  }
}
