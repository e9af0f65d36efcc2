import type { Message } from '../../domain/message/message.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import { type ActivityDraft, type MessageDraft, withActivity, withMessage } from '../../domain/ticket/timeline.ts'
import type { TicketChange } from '../../ports/change-feed.ts'
import type { Desk } from '../../ports/unit-of-work.ts'

/**
 * One ticket being changed inside one unit of work: messages and activity are added as they come, the ticket itself is
 * saved once, at the end.
 */
export class TicketEditor {
  readonly #desk: Pick<Desk, 'activity' | 'changes' | 'messages' | 'tickets'>
  #ticket: Ticket

  constructor(desk: Pick<Desk, 'activity' | 'changes' | 'messages' | 'tickets'>, ticket: Ticket) {
    this.#desk = desk
    this.#ticket = ticket
  }

  get ticket(): Ticket {
    return this.#ticket
  }

  change(change: (ticket: Ticket) => Ticket): void {
    this.#ticket = change(this.#ticket)
  }

  async addMessage(draft: MessageDraft): Promise<Message> {
    const { ticket, message } = withMessage(this.#ticket, draft)
    this.#ticket = ticket
    await this.#desk.messages.add(message)
    return message
  }

  async addActivity(draft: ActivityDraft): Promise<void> {
    const { ticket, activity } = withActivity(this.#ticket, draft)
    this.#ticket = ticket
    await this.#desk.activity.add(activity)
  }

  async save(what: TicketChange): Promise<void> {
    await this.#desk.tickets.save(this.#ticket)
    this.#desk.changes.record({ kind: 'ticket', ticketNumber: this.#ticket.number, what })
  }
}
