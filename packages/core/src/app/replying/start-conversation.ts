import type { Address } from '../../domain/contact/address.ts'
import { heldDelivery } from '../../domain/delivery/delivery.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Inbox } from '../../domain/inbox/inbox.ts'
import { requireSendable } from '../../domain/message/sendable-body.ts'
import { newTicket } from '../../domain/ticket/ticket.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { Desk, UnitOfWork } from '../../ports/unit-of-work.ts'
import { HOLD_MS } from '../../text/hold.ts'
import { joinDrafts } from '../../text/join-drafts.ts'
import { ensureContact } from '../shared/ensure-contact.ts'
import { isOwnNumber } from '../shared/is-own-number.ts'
import { TicketEditor } from '../shared/ticket-editor.ts'
import { requireReplyable } from './require-replyable.ts'

export interface StartedConversation {
  readonly ticketNumber: number
  /** The text that is on its way; null when the contact had an open ticket. */
  readonly messageId: string | null
  /** What the agent has begun to write there then, with the text. */
  readonly draft: string | null
}

export interface NewConversation {
  readonly agentId: string
  readonly address: Address
  readonly body: string
  /** Null for the default inbox. */
  readonly inboxId: string | null
}

/**
 * An agent writes first. Where the contact has an open ticket nothing is sent: the text becomes the agent's draft there, to
 * be sent once they have read the ticket.
 */
export class StartConversation {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /**
   * @throws DomainError `message-empty`, `message-too-long`, `not-found`, `invalid-input`, `contact-unanswerable`,
   * `contact-blocked`, `contact-opted-out`
   */
  async execute(start: NewConversation): Promise<StartedConversation> {
    const segments = requireSendable(start.body)
    return this.#deps.unitOfWork.run((desk) => this.#start(desk, start, segments))
  }

  async #start(desk: Desk, start: NewConversation, segments: number): Promise<StartedConversation> {
    const { ids } = this.#deps
    const now = this.#deps.clock.now()
    const inbox = await requireInbox(desk, start.inboxId)
    if (await isOwnNumber(desk, start.address)) {
      throw new DomainError('invalid-input', 'This is one of your own numbers. Enter the number of a customer.')
    }
    const { contact } = await ensureContact(desk, start.address, { now, ids })
    const place = { inboxId: inbox.id, contactId: contact.id }
    const current = await desk.tickets.findCurrent(inbox.id, contact.id)
    if (current !== null) {
      return {
        ticketNumber: current.number,
        messageId: null,
        draft: await addToDraft(desk, current.number, start, now),
      }
    }
    await requireReplyable(desk, place)
    const ticket = await desk.tickets.add(newTicket({ ...place, origin: 'agent', now }))
    if (ticket === null) throw new DomainError('storage-unavailable', 'A ticket of this customer was opened just now.')

    const editor = new TicketEditor(desk, ticket)
    await editor.addActivity({ id: ids.uuid(), at: now, what: 'conversation-started', actorId: start.agentId })
    const delivery = heldDelivery(segments, now, HOLD_MS)
    const { body, agentId: authorId } = start
    const message = await editor.addMessage({
      ...{ id: ids.uuid(), at: now, direction: 'out', kind: 'sms' },
      ...{ body, authorId, delivery },
    })
    await editor.save('reply')
    return { ticketNumber: ticket.number, messageId: message.id, draft: null }
  }
}

/** A draft that is there already stays, above the text. */
async function addToDraft(
  desk: Pick<Desk, 'drafts'>,
  ticketNumber: number,
  start: NewConversation,
  now: number,
): Promise<string> {
  const { agentId, body: text } = start
  const drafts = await desk.drafts.list(ticketNumber)
  const before = drafts.find((draft) => draft.agentId === agentId && draft.mode === 'reply')
  const body = joinDrafts(before?.body ?? '', text)
  await desk.drafts.save({ agentId, ticketNumber, mode: 'reply', body, updatedAt: now })
  return body
}

async function requireInbox(desk: Pick<Desk, 'inboxes'>, inboxId: string | null): Promise<Inbox> {
  const numbered = (await desk.inboxes.list()).filter((inbox) => inbox.number !== null)
  const inbox =
    inboxId === null
      ? (numbered.find((candidate) => candidate.isDefault) ?? numbered[0])
      : numbered.find((candidate) => candidate.id === inboxId)
  if (!inbox) throw new DomainError('not-found', 'There is no such inbox to send from.')
  return inbox
}
