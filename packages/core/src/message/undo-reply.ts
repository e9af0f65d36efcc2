import { cancel } from '../delivery/delivery.ts'
import { DomainError } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Desk, UnitOfWork } from '../ports/unit-of-work.ts'
import { requireMessage, requireTicket } from '../ticket/require-ticket.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { undone } from '../ticket/ticket-action.ts'
import { TicketEditor } from '../ticket/ticket-editor.ts'
import { lastMessageOf } from '../ticket/timeline.ts'
import { waitingSinceOf } from '../ticket/waiting-since.ts'
import type { Message } from './message.ts'

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
