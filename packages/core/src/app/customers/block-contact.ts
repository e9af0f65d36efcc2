import type { Ticket } from '../../domain/ticket/ticket.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { Desk, UnitOfWork } from '../../ports/unit-of-work.ts'
import { cancelUnsent } from '../shared/cancel-unsent.ts'
import { TicketEditor } from '../shared/ticket-editor.ts'
import { requireContact } from './require-contact.ts'

/** Texts of a blocked contact are still stored, but nobody waits for an answer and none is sent. */
export class BlockContact {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /** Blocking a blocked contact changes nothing. @throws DomainError `not-found` */
  async execute({ contactId, agentId }: { contactId: string; agentId: string }): Promise<void> {
    const now = this.#deps.clock.now()
    await this.#deps.unitOfWork.run(async (desk) => {
      const contact = await requireContact(desk, contactId)
      if (contact.blockedAt !== null) return
      await desk.contacts.save({ ...contact, blockedAt: now })
      for (const inbox of await desk.inboxes.list()) {
        await cancelUnsent(desk, { inboxId: inbox.id, contactId, reason: 'blocked' })
        const ticket = await desk.tickets.findCurrent(inbox.id, contactId)
        if (ticket !== null) await this.#stopWaiting(desk, ticket, { agentId, now })
      }
      await desk.audit.append({ at: now, actorId: agentId, what: 'contact.blocked', subjectId: contactId })
    })
  }

  async #stopWaiting(
    desk: Pick<Desk, 'activity' | 'changes' | 'messages' | 'tickets'>,
    ticket: Ticket,
    { agentId, now }: { agentId: string; now: number },
  ): Promise<void> {
    const editor = new TicketEditor(desk, { ...ticket, waitingSince: null })
    await editor.addActivity({ id: this.#deps.ids.uuid(), at: now, what: 'blocked', actorId: agentId })
    await editor.save('contact')
  }
}
