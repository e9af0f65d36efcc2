import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Desk, UnitOfWork } from '../ports/unit-of-work.ts'
import { type Inbox, newInbox, type Provider } from './inbox.ts'

/**
 * At start: the configured number has an inbox, and it is the default one. A number that changed adds an inbox; the old
 * one keeps its name, its tickets and its number.
 */
export class EnsureInboxes {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  async execute(configured: { number: string; provider: Provider }): Promise<void> {
    await this.#deps.unitOfWork.run(async (desk) => {
      const inbox = (await desk.inboxes.findByNumber(configured.number)) ?? (await this.#add(desk, configured))
      for (const other of await desk.inboxes.list()) {
        const isDefault = other.id === inbox.id
        if (other.isDefault !== isDefault) await desk.inboxes.save({ ...other, isDefault })
      }
    })
  }

  async #add(desk: Desk, { number, provider }: { number: string; provider: Provider }): Promise<Inbox> {
    const name = provider === 'simulated' ? 'Practice' : 'Support'
    const inbox = newInbox({ id: this.#deps.ids.uuid(), name, number, provider, now: this.#deps.clock.now() })
    await desk.inboxes.add(inbox)
    return inbox
  }
}
