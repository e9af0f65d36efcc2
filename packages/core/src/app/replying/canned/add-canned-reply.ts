import type { CannedReply } from '../../../domain/canned-reply/canned-reply.ts'
import { readBody, readShortcut, readTitle, shortcutTaken } from '../../../domain/canned-reply/canned-reply-fields.ts'
import type { Clock } from '../../../ports/platform/clock.ts'
import type { Ids } from '../../../ports/platform/ids.ts'
import type { UnitOfWork } from '../../../ports/unit-of-work.ts'

export interface NewCannedReply {
  readonly agentId: string
  readonly shortcut: string
  readonly title: string | null
  readonly body: string
}

export class AddCannedReply {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /** @throws DomainError `invalid-input`, `shortcut-taken` */
  async execute({ agentId, ...given }: NewCannedReply): Promise<CannedReply> {
    const now = this.#deps.clock.now()
    const reply: CannedReply = {
      id: this.#deps.ids.uuid(),
      shortcut: readShortcut(given.shortcut),
      title: readTitle(given.title),
      body: readBody(given.body),
      createdAt: now,
      updatedAt: now,
    }
    await this.#deps.unitOfWork.run(async (desk) => {
      if (!(await desk.cannedReplies.add(reply))) throw shortcutTaken(reply.shortcut)
      await desk.audit.append({ at: now, actorId: agentId, what: 'canned-reply.added', subjectId: reply.id })
      desk.changes.record({ kind: 'canned-replies' })
    })
    return reply
  }
}
