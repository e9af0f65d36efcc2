import { DomainError } from '../../domain/errors.ts'
import type { ActivityKind } from '../../domain/ticket/activity.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import { type TicketAction, undone, wasChangedSince } from '../../domain/ticket/ticket-action.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { ActionName } from '../../ports/repositories/ticket-action-repository.ts'
import type { Desk, UnitOfWork } from '../../ports/unit-of-work.ts'
import { requireActive } from '../shared/require-active.ts'
import { requireTicket } from '../shared/require-ticket.ts'
import { takenUpAgain } from '../shared/taken-up-again.ts'
import { TicketEditor } from '../shared/ticket-editor.ts'
import { waitingSinceOf } from '../shared/waiting-since.ts'
import { requireNoOtherOpen } from './require-no-other-open.ts'

/** Takes back what an agent just did to a ticket: it is as it was, but for what somebody else changed since. */
export class UndoAction {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /**
   * @returns whether somebody changed something else of the ticket since: that stays.
   * @throws DomainError `not-found` when it can no longer be undone; `ticket-changed` when what it did was changed since;
   * `newer-message` when the ticket would go out of sight with something unread; `other-ticket-open`, `ticket-merged`
   */
  async execute(name: ActionName): Promise<{ changedSince: boolean }> {
    return this.#deps.unitOfWork.run((desk) => this.#undo(desk, name))
  }

  async #undo(desk: Desk, name: ActionName): Promise<{ changedSince: boolean }> {
    const ticket = await requireTicket(desk, name.ticketNumber)
    const action = await requireAction(desk, name)
    const before = undone(ticket, action)
    if (before === null) {
      const problem = `Somebody changed ticket ${ticket.number} since. It stays as it is now.`
      throw new DomainError('ticket-changed', problem)
    }
    await requireRestorable(desk, { ticket, before, action })
    await unsettle(desk, action)
    const restored = { ...(await takenUpAgain(desk, before)), waitingSince: await restoredWait(desk, before, action) }
    const editor = new TicketEditor(desk, restored)
    const line = lineOf(ticket, before)
    const who = { id: this.#deps.ids.uuid(), at: this.#deps.clock.now(), actorId: name.agentId }
    if (line !== null) await editor.addActivity({ ...who, ...line })
    await editor.save(line === null ? 'tags' : 'state')
    await desk.ticketActions.remove(name)
    return { changedSince: wasChangedSince(ticket, action) }
  }
}

async function requireAction(desk: Pick<Desk, 'ticketActions'>, name: ActionName): Promise<TicketAction> {
  const action = await desk.ticketActions.find(name)
  if (action === null) throw new DomainError('not-found', 'This cannot be undone any more.')
  return action
}

interface Undoing {
  readonly ticket: Ticket
  readonly before: Ticket
  readonly action: TicketAction
}

async function requireRestorable(
  desk: Pick<Desk, 'agents' | 'messages' | 'tickets'>,
  { ticket, before, action }: Undoing,
): Promise<void> {
  if (ticket.status === 'closed' && before.status !== 'closed') await requireNoOtherOpen(desk, ticket)
  if (ticket.status === 'open' && before.status !== 'open') await requireNothingUnseen(desk, action)
  if (before.assigneeId !== null && before.assigneeId !== ticket.assigneeId) {
    await requireActive(desk, before.assigneeId)
  }
}

async function requireNothingUnseen(
  desk: Pick<Desk, 'messages'>,
  { ticketNumber, seq, agentId }: TicketAction,
): Promise<void> {
  const newer = await desk.messages.history.firstUnseen(ticketNumber, seq, agentId)
  if (newer === null) return
  const what = newer.direction === 'in' ? 'The customer wrote' : 'A colleague replied'
  throw new DomainError('newer-message', `${what} in the meantime, so ticket ${ticketNumber} stays open.`, {
    messageId: newer.id,
  })
}

/** A text that somebody dealt with since stays so. */
async function unsettle(desk: Pick<Desk, 'messages'>, { settledIds, at, agentId }: TicketAction): Promise<void> {
  for (const id of settledIds) {
    const message = await desk.messages.find(id)
    if (message?.settledAt !== at || message.settledBy !== agentId) continue
    await desk.messages.save({ ...message, settledAt: null, settledBy: null })
  }
}

/** Who was answered with a reply that was undone since waits again. */
async function restoredWait(
  desk: Pick<Desk, 'contacts' | 'inboxes' | 'messages' | 'optOuts'>,
  before: Ticket,
  action: TicketAction,
): Promise<number | null> {
  if (before.status === 'closed' || (await isSilencedSince(desk, before, action.at))) return null
  if (before.waitingSince !== null || before.lastSeq === action.seq) return before.waitingSince
  return waitingSinceOf(desk, before)
}

/** Whoever was blocked or opted out since gets no answer any more. */
async function isSilencedSince(
  desk: Pick<Desk, 'contacts' | 'optOuts'>,
  { inboxId, contactId }: Ticket,
  at: number,
): Promise<boolean> {
  const contact = await desk.contacts.find(contactId)
  const optOut = contact && (await desk.optOuts.find(inboxId, contact.address))
  return (contact?.blockedAt ?? at) > at || (optOut?.at ?? at) > at
}

/** What the timeline says of it: as if it had been done by hand. Tags are quiet. */
function lineOf(from: Ticket, to: Ticket): { what: ActivityKind; detail?: string } | null {
  if (from.status === 'closed' && to.status !== 'closed') return { what: 'reopened' }
  if (from.status !== 'closed' && to.status === 'closed') return { what: 'closed' }
  if (to.snoozedUntil === null && from.snoozedUntil !== null) return { what: 'woken' }
  if (to.snoozedUntil !== null && to.snoozedUntil !== from.snoozedUntil) {
    return { what: 'snoozed', detail: new Date(to.snoozedUntil).toISOString() }
  }
  if (to.assigneeId === from.assigneeId) return null
  return to.assigneeId === null ? { what: 'unassigned' } : { what: 'assigned', detail: to.assigneeId }
}
