import { DomainError } from '../../domain/errors.ts'
import type { Message } from '../../domain/message/message.ts'
import { placement } from '../../domain/message/placement.ts'
import { closed, earlier, newTicket, type Ticket } from '../../domain/ticket/ticket.ts'
import type { TimelineEntry } from '../../domain/ticket/timeline-entry.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { Desk, UnitOfWork } from '../../ports/unit-of-work.ts'
import { requireMessage, requireTicket } from '../shared/require-ticket.ts'
import { takenUpAgain } from '../shared/taken-up-again.ts'
import { TicketEditor } from '../shared/ticket-editor.ts'
import { waitingSinceOf } from '../shared/waiting-since.ts'
import { transferTimeline } from './transfer-timeline.ts'

export interface TextMove {
  readonly ticketNumber: number
  readonly messageId: string
  readonly agentId: string
}

/** What became of a ticket stays with it, when it happened after the text as well. */
const staying: ReadonlySet<TimelineEntry['what']> = new Set([
  'conversation-started',
  'closed',
  'reopened',
  'reopened-by-text',
  'assigned',
  'unassigned',
  'snoozed',
  'woken',
  'moved-to',
  'moved-from',
  'merged-from',
])

/**
 * Splits a ticket at a text: it and all that came after it go to a new ticket, or to the customer's open one where the text
 * stands in a closed one. The customer hears nothing of it.
 */
export class MoveText {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /**
   * @returns the ticket it stands in now. @throws DomainError `not-found`, `ticket-merged`, `not-movable`, `nothing-stays`
   */
  async execute(move: TextMove): Promise<{ ticketNumber: number }> {
    return this.#deps.unitOfWork.run((desk) => this.#move(desk, move))
  }

  async #move(desk: Desk, { ticketNumber, messageId, agentId }: TextMove): Promise<{ ticketNumber: number }> {
    const ticket = await requireTicket(desk, ticketNumber)
    const text = requireMovable(await requireMessage(desk, ticket, messageId))
    const entries = await desk.timelines.list(ticket.number)
    requireSomethingStays(entries, text)

    const { ids } = this.#deps
    const now = this.#deps.clock.now()
    const left = withoutRequest(ticket.status === 'closed' ? ticket : closed(ticket, now), text)
    await desk.tickets.save(left)
    const { from, to } = await transferTimeline(desk, {
      from: left,
      to: await openTicket(desk, ticket, now),
      entries: entries.filter(({ what, seq }) => seq >= text.seq && !staying.has(what)),
      placement: placement('moved', { ticket: ticket.number, at: now }),
    })

    const old = new TicketEditor(desk, from)
    await old.addActivity({ id: ids.uuid(), at: now, what: 'moved-to', actorId: agentId, detail: String(to.number) })
    await old.save('state')
    const current = new TicketEditor(desk, {
      ...to,
      updatedAt: now,
      waitingSince: earlier(to.waitingSince, await waitingSinceOf(desk, to)),
      stopAskedAt: left.stopAskedAt === null ? earlier(to.stopAskedAt, ticket.stopAskedAt) : to.stopAskedAt,
    })
    await current.addActivity({
      id: ids.uuid(),
      at: now,
      what: 'moved-from',
      actorId: agentId,
      detail: String(from.number),
    })
    await current.save('state')
    return { ticketNumber: to.number }
  }
}

/** The wish for no more texts goes along with the text that may tell it. */
function withoutRequest(ticket: Ticket, moved: Message): Ticket {
  return ticket.stopAskedAt !== null && ticket.stopAskedAt >= moved.at ? { ...ticket, stopAskedAt: null } : ticket
}

function requireMovable(message: Message): Message {
  if (message.direction === 'in') return message
  throw new DomainError('not-movable', 'Only a text from the customer can be moved. What came after it goes along.')
}

function requireSomethingStays(entries: readonly TimelineEntry[], text: Message): void {
  const isMessage = ({ what }: TimelineEntry) => what === 'text' || what === 'message'
  if (entries.some((entry) => entry.seq < text.seq && isMessage(entry))) return
  throw new DomainError('nothing-stays', 'This ticket begins with this text: nothing would stay behind.')
}

async function openTicket(desk: Pick<Desk, 'agents' | 'tickets'>, old: Ticket, now: number): Promise<Ticket> {
  const { inboxId, contactId } = old
  const { assigneeId } = await takenUpAgain(desk, old)
  const current = await desk.tickets.findCurrent(inboxId, contactId)
  if (current !== null) return current
  const ticket = await desk.tickets.add({ ...newTicket({ inboxId, contactId, origin: 'text', now }), assigneeId })
  if (ticket === null) throw new DomainError('storage-unavailable', 'A ticket of this customer was opened just now.')
  return ticket
}
