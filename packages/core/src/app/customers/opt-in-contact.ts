import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { inboxesFor } from './inboxes-for.ts'
import { noteInTicket } from './note-in-ticket.ts'
import type { OptOutRequest } from './opt-out-contact.ts'
import { requireContact } from './require-contact.ts'

/** An agent undoes an opt-out that the customer did not mean. */
export class OptInContact {
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
        if (!(await desk.optOuts.remove(inbox.id, contact.address))) continue
        const line = { id: this.#deps.ids.uuid(), at, what: 'opted-in' as const, actorId: agentId }
        await noteInTicket(desk, { inboxId: inbox.id, contactId }, line)
      }
      await desk.audit.append({ at, actorId: agentId, what: 'contact.opted-in', subjectId: contactId })
    })
  }
}
