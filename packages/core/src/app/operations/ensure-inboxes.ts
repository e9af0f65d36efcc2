import { isPractice, type Provider } from '../../domain/inbox/inbox.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { ensureInbox } from '../shared/ensure-inbox.ts'

/**
 * At start: the configured number has an inbox, and it is the default one. A number that changed adds an inbox; the old
 * one keeps its name, its tickets and its number. Servers that start together agree on one.
 */
export class EnsureInboxes {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  async execute(configured: { number: string; provider: Provider }): Promise<void> {
    const { unitOfWork, clock, ids } = this.#deps
    const name = isPractice(configured) ? 'Practice' : 'Support'
    await unitOfWork.run(async (desk) => {
      const inbox = await ensureInbox(desk, { ...configured, name }, { now: clock.now(), ids })
      for (const other of await desk.inboxes.list()) {
        const isDefault = other.id === inbox.id
        if (other.isDefault !== isDefault) await desk.inboxes.save({ ...other, isDefault })
      }
    })
  }
}
