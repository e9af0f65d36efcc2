import type { Clock } from '../../ports/platform/clock.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { showsAnything } from '../../text/shows-anything.ts'
import { announceContact } from './announce-contact.ts'
import { requireContact } from './require-contact.ts'

export interface ContactChange {
  readonly contactId: string
  readonly agentId: string
  readonly name?: string | null
  readonly note?: string | null
}

export class ChangeContact {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
    this.#deps = deps
  }

  /** A name or note that shows nothing counts as none. @throws DomainError `not-found` */
  async execute({ contactId, agentId, name, note }: ContactChange): Promise<void> {
    const at = this.#deps.clock.now()
    await this.#deps.unitOfWork.run(async (desk) => {
      const contact = await requireContact(desk, contactId)
      await desk.contacts.save({
        ...contact,
        name: name === undefined ? contact.name : shownOrNone(name),
        note: note === undefined ? contact.note : shownOrNone(note),
      })
      const what = name === undefined ? 'contact.noted' : 'contact.renamed'
      await desk.audit.append({ at, actorId: agentId, what, subjectId: contactId })
      await announceContact(desk, contactId)
    })
  }
}

function shownOrNone(text: string | null): string | null {
  return text !== null && showsAnything(text) ? text.trim() : null
}
