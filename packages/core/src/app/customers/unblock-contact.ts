import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { noteInTicket } from './note-in-ticket.ts'
import { requireContact } from './require-contact.ts'

export class UnblockContact {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /** Unblocking a contact who is not blocked changes nothing. @throws DomainError `not-found` */
  async execute({ contactId, agentId }: { contactId: string; agentId: string }): Promise<void> {
    const now = this.#deps.clock.now()
    await this.#deps.unitOfWork.run(async (desk) => {
      const contact = await requireContact(desk, contactId)
      if (contact.blockedAt === null) return
      await desk.contacts.save({ ...contact, blockedAt: null })
      for (const inbox of await desk.inboxes.list()) {
        const line = { id: this.#deps.ids.uuid(), at: now, what: 'unblocked' as const, actorId: agentId }
        await noteInTicket(desk, { inboxId: inbox.id, contactId }, line)
      }
      await desk.audit.append({ at: now, actorId: agentId, what: 'contact.unblocked', subjectId: contactId })
    })
  }
}
