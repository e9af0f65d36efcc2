import { leaseOver } from '../../domain/delivery/delivery.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'

const BATCH = 100
const INTERRUPTED = { outcome: 'interrupted', reason: null, detail: null } as const

/** Takes messages back from senders that died: unsent ones queue again, those that may have left become uncertain. */
export class RescueOverdueLeases {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
    this.#deps = deps
  }

  async execute(): Promise<{ rescued: number }> {
    const now = this.#deps.clock.now()
    return this.#deps.unitOfWork.run(async (desk) => {
      const overdue = await desk.outbox.findOverdueLeases(now, BATCH)
      for (const message of overdue) {
        if (!message.delivery) continue
        const delivery = leaseOver(message.delivery, now)
        await desk.messages.save({ ...message, delivery })
        if (delivery.state === 'uncertain') await desk.attempts.end(message.id, now, INTERRUPTED)
        desk.changes.record({ kind: 'ticket', ticketNumber: message.ticketNumber, what: 'delivery' })
      }
      return { rescued: overdue.length }
    })
  }
}
