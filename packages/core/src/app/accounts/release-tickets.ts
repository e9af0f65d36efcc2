import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { handOver, MAX_HANDED_OVER } from './hand-over.ts'

/**
 * Makes tickets of agents who were disabled nobody's: those that were left when the desk stopped in the middle of it, that
 * were assigned in the very moment, or that are from before the desk did so.
 */
export class ReleaseTickets {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /** @returns how many. */
  async execute(): Promise<number> {
    const { clock, ids } = this.#deps
    let released = 0
    for (;;) {
      const step = await this.#deps.unitOfWork.run(async (desk) => {
        const left = await desk.tickets.findOfDisabled(MAX_HANDED_OVER)
        await handOver(desk, left, { to: null, actorId: null, at: clock.now(), ids })
        return left.length
      })
      released += step
      if (step < MAX_HANDED_OVER) return released
    }
  }
}
