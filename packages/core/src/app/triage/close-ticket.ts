import { closed, type Ticket } from '../../domain/ticket/ticket.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { Desk, UnitOfWork } from '../../ports/unit-of-work.ts'
import { needsAgent } from '../../text/unsettled.ts'
import { rememberAction } from '../shared/remember-action.ts'
import { requireNothingNewer } from '../shared/require-nothing-newer.ts'
import { requireTicket } from '../shared/require-ticket.ts'
import { TicketEditor } from '../shared/ticket-editor.ts'

export interface Closure {
  readonly ticketNumber: number
  readonly agentId: string
  /** The newest message the agent had on screen; null skips the check for newer ones. */
  readonly seenMessageId: string | null
  /** What undoing it will name it by; without one it cannot be undone. */
  readonly undoKey?: string | null
}

/**
 * An agent is done with a ticket. What needed an agent in it is dealt with by that; what nobody was asked about yet is not, and
 * shows up when it turns out not to have arrived.
 */
export class CloseTicket {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /** Closing a closed ticket changes nothing. @throws DomainError `not-found`, `newer-message` */
  async execute(closure: Closure): Promise<void> {
    const { agentId, undoKey } = closure
    const now = this.#deps.clock.now()
    await this.#deps.unitOfWork.run(async (desk) => {
      const ticket = await requireTicket(desk, closure.ticketNumber)
      if (ticket.status === 'closed') return
      await requireNothingNewer(desk, ticket, closure)
      const settledIds = await settleAll(desk, ticket, { settledAt: now, settledBy: agentId })
      const editor = new TicketEditor(desk, closed(ticket, now))
      await editor.addActivity({ id: this.#deps.ids.uuid(), at: now, what: 'closed', actorId: agentId })
      await editor.save('state')
      await rememberAction(desk, undoKey, { agentId, at: now, before: ticket, after: editor.ticket, settledIds })
    })
  }
}

async function settleAll(
  desk: Pick<Desk, 'messages'>,
  ticket: Ticket,
  settled: { settledAt: number; settledBy: string },
): Promise<string[]> {
  const unsettled = await desk.messages.history.unsettled(ticket.number)
  const settling = unsettled.filter((message) => needsAgent(message, settled.settledAt))
  for (const message of settling) await desk.messages.save({ ...message, ...settled })
  return settling.map(({ id }) => id)
}
