import { DomainError } from '../../domain/errors.ts'
import { snoozed } from '../../domain/ticket/ticket.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import { rememberAction } from '../shared/remember-action.ts'
import { requireTicket } from '../shared/require-ticket.ts'
import { TicketEditor } from '../shared/ticket-editor.ts'

const MAX_SNOOZE_MS = 366 * 86_400_000

export interface Snooze {
  readonly ticketNumber: number
  readonly agentId: string
  readonly until: number
  /** What undoing it will name it by; without one it cannot be undone. */
  readonly undoKey?: string | null
}

/** Puts a ticket out of sight until a moment, or until the customer writes. */
export class SnoozeTicket {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /** Snoozing a snoozed ticket moves the moment. @throws DomainError `not-found`, `ticket-closed`, `invalid-input` */
  async execute({ ticketNumber, agentId, until, undoKey }: Snooze): Promise<void> {
    const now = this.#deps.clock.now()
    requireSoon(until, now)
    await this.#deps.unitOfWork.run(async (desk) => {
      const ticket = await requireTicket(desk, ticketNumber)
      if (ticket.status === 'closed') {
        throw new DomainError('ticket-closed', `Ticket ${ticketNumber} is closed. Reopen it to snooze it.`)
      }
      if (ticket.snoozedUntil === until) return
      const editor = new TicketEditor(desk, snoozed(ticket, until))
      const detail = new Date(until).toISOString()
      await editor.addActivity({ id: this.#deps.ids.uuid(), at: now, what: 'snoozed', actorId: agentId, detail })
      await editor.save('state')
      await rememberAction(desk, undoKey, { agentId, at: now, before: ticket, after: editor.ticket })
    })
  }
}

function requireSoon(until: number, now: number): void {
  if (until > now && until - now <= MAX_SNOOZE_MS) return
  const problem = until <= now ? 'This moment has passed. Choose a later one.' : 'Snooze it for a year at most.'
  throw new DomainError('invalid-input', problem, { field: 'until' })
}
