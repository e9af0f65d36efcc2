import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'

export interface ClaimedMessages {
  /** What a sender must show to dispatch one of them. */
  readonly token: string
  readonly messageIds: readonly string[]
  /** When there will be more to do without any change in between. It has passed where others hold what is due. */
  readonly nextDueAt: number | null
}

/** Takes what is due out of the queue, for one sender. */
export class ClaimDueMessages {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  async execute({ limit }: { limit: number }): Promise<ClaimedMessages> {
    const token = this.#deps.ids.uuid()
    const now = this.#deps.clock.now()
    return this.#deps.unitOfWork.run(async ({ outbox }) => {
      const messages = await outbox.claimDue({ now, limit, token })
      return { token, messageIds: messages.map(({ id }) => id), nextDueAt: await outbox.nextDueAt(now) }
    })
  }
}
