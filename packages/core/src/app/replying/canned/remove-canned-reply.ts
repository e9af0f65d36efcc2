import type { Clock } from '../../../ports/platform/clock.ts'
import type { UnitOfWork } from '../../../ports/unit-of-work.ts'
import { requireCannedReply } from './require-canned-reply.ts'

export class RemoveCannedReply {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
    this.#deps = deps
  }

  /** @throws DomainError `not-found` */
  async execute({ cannedReplyId, agentId }: { cannedReplyId: string; agentId: string }): Promise<void> {
    const at = this.#deps.clock.now()
    await this.#deps.unitOfWork.run(async (desk) => {
      const { id } = await requireCannedReply(desk, cannedReplyId)
      await desk.cannedReplies.remove(id)
      await desk.audit.append({ at, actorId: agentId, what: 'canned-reply.removed', subjectId: id })
      desk.changes.record({ kind: 'canned-replies' })
    })
  }
}
