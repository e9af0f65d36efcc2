import type { CannedReply } from '../../../domain/canned-reply/canned-reply.ts'
import { readBody, readShortcut, readTitle, shortcutTaken } from '../../../domain/canned-reply/canned-reply-fields.ts'
import type { Clock } from '../../../ports/platform/clock.ts'
import type { UnitOfWork } from '../../../ports/unit-of-work.ts'
import { requireCannedReply } from './require-canned-reply.ts'

export interface CannedReplyChange {
  readonly cannedReplyId: string
  readonly agentId: string
  readonly shortcut?: string
  readonly title?: string | null
  readonly body?: string
}

export class ChangeCannedReply {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
    this.#deps = deps
  }

  /** @throws DomainError `not-found`, `invalid-input`, `shortcut-taken` */
  async execute(change: CannedReplyChange): Promise<CannedReply> {
    const now = this.#deps.clock.now()
    return this.#deps.unitOfWork.run(async (desk) => {
      const reply = await requireCannedReply(desk, change.cannedReplyId)
      const changed: CannedReply = {
        ...reply,
        shortcut: change.shortcut === undefined ? reply.shortcut : readShortcut(change.shortcut),
        title: change.title === undefined ? reply.title : readTitle(change.title),
        body: change.body === undefined ? reply.body : readBody(change.body),
        updatedAt: now,
      }
      if (!(await desk.cannedReplies.save(changed))) throw shortcutTaken(changed.shortcut)
      await desk.audit.append({ at: now, actorId: change.agentId, what: 'canned-reply.changed', subjectId: reply.id })
      desk.changes.record({ kind: 'canned-replies' })
      return changed
    })
  }
}
