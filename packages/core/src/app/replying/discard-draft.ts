import type { DraftMode } from '../../domain/ticket/draft.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'

export class DiscardDraft {
  readonly #deps: { unitOfWork: UnitOfWork }

  constructor(deps: { unitOfWork: UnitOfWork }) {
    this.#deps = deps
  }

  /** Null for whatever the agent has begun in this ticket. Discarding nothing is fine. */
  async execute(draft: { agentId: string; ticketNumber: number; mode: DraftMode | null }): Promise<void> {
    const modes: readonly DraftMode[] = draft.mode === null ? ['reply', 'note'] : [draft.mode]
    await this.#deps.unitOfWork.run(async (desk) => {
      for (const mode of modes) await desk.drafts.remove(draft.agentId, draft.ticketNumber, mode)
    })
  }
}
