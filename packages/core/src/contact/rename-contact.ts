import type { Clock } from '../ports/clock.ts'
import type { UnitOfWork } from '../ports/unit-of-work.ts'
import { announceContact } from './announce-contact.ts'
import { requireContact } from './require-contact.ts'

export class RenameContact {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
    this.#deps = deps
  }

  /** A blank name counts as none. @throws DomainError `not-found` */
  async execute({
    contactId,
    agentId,
    name,
  }: {
    contactId: string
    agentId: string
    name: string | null
  }): Promise<void> {
    const now = this.#deps.clock.now()
    await this.#deps.unitOfWork.run(async (desk) => {
      const contact = await requireContact(desk, contactId)
      await desk.contacts.save({ ...contact, name: name?.trim() || null })
      await desk.audit.append({ at: now, actorId: agentId, what: 'contact.renamed', subjectId: contactId })
      await announceContact(desk, contactId)
    })
  }
}
