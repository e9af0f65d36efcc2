import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { cancelUnsent } from '../shared/cancel-unsent.ts'
import { inboxesFor } from './inboxes-for.ts'
import { noteInTicket } from './note-in-ticket.ts'
import { requireContact } from './require-contact.ts'

export interface OptOutRequest {
  readonly contactId: string
  /** Null for every inbox. */
  readonly inboxId: string | null
  readonly agentId: string
}

/** A customer asked, in whatever words, to get no more texts. */
export class OptOutContact {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /** @throws DomainError `not-found` */
  async execute({ contactId, inboxId, agentId }: OptOutRequest): Promise<void> {
    const at = this.#deps.clock.now()
    await this.#deps.unitOfWork.run(async (desk) => {
      const contact = await requireContact(desk, contactId)
      for (const inbox of await inboxesFor(desk, inboxId)) {
        if (!(await desk.optOuts.add(inbox.id, contact.address, { at, source: 'agent' }))) continue
        const place = { inboxId: inbox.id, contactId }
        await cancelUnsent(desk, { ...place, reason: 'opted-out' })
        await noteInTicket(desk, place, { id: this.#deps.ids.uuid(), at, what: 'opted-out', actorId: agentId })
      }
      await desk.audit.append({ at, actorId: agentId, what: 'contact.opted-out', subjectId: contactId })
    })
  }
}
