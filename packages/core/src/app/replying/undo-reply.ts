import { cancel } from '../../domain/delivery/delivery.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Message } from '../../domain/message/message.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import { undone } from '../../domain/ticket/ticket-action.ts'
import { lastMessageOf } from '../../domain/ticket/timeline.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { Desk, UnitOfWork } from '../../ports/unit-of-work.ts'
import { requireMessage, requireTicket } from '../shared/require-ticket.ts'
import { TicketEditor } from '../shared/ticket-editor.ts'
import { waitingSinceOf } from '../shared/waiting-since.ts'

/** Takes back a reply that has not left yet; the customer waits again, as before. */
export class UndoReply {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /** @throws DomainError `not-found`, `already-sent` */
  async execute(undo: { ticketNumber: number; messageId: string; agentId: string }): Promise<void> {
    await this.#deps.unitOfWork.run(async (desk) => {
      const ticket = await requireTicket(desk, undo.ticketNumber)
      const message = await requireMessage(desk, ticket, undo.messageId)
      if (message.delivery?.state === 'cancelled') return
      await desk.messages.save(cancelled(message))
      const editor = new TicketEditor(desk, await asBefore(desk, ticket, message))
      await editor.addActivity({
        id: this.#deps.ids.uuid(),
        at: this.#deps.clock.now(),
        what: 'reply-undone',
        actorId: undo.agentId,
      })
      await editor.save('reply')
    })
  }
}

function cancelled(message: Message): Message {
  const delivery = message.kind === 'sms' && message.delivery ? cancel(message.delivery, 'undone') : null
  if (delivery === null)
    throw new DomainError('already-sent', 'This text has left already. It can no longer be undone.')
  return { ...message, delivery }
}

async function asBefore(desk: Desk, ticket: Ticket, reply: Message): Promise<Ticket> {
  const newest = await desk.messages.history.newest(ticket.number)
  return { ...(await waitingAsBefore(desk, ticket, reply)), lastMessage: newest && lastMessageOf(newest) }
}

/** Unless something came in between, the ticket is the very same; else the timeline tells who waits. */
async function waitingAsBefore(desk: Desk, ticket: Ticket, { authorId, id: key }: Message): Promise<Ticket> {
  const name = { ticketNumber: ticket.number, agentId: authorId ?? '', key }
  const action = await desk.ticketActions.find(name)
  await desk.ticketActions.remove(name)
  if (ticket.status === 'closed') return ticket
  const before = action && undone(ticket, action)
  if (before && ticket.lastSeq === action.seq) return before
  const since = await waitingSinceOf(desk, ticket)
  return { ...ticket, waitingSince: since && (before?.waitingSince ?? since) }
}
