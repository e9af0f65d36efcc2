import { DomainError } from '../../domain/errors.ts'
import { placement } from '../../domain/message/placement.ts'
import { MAX_TAGS, tagKey } from '../../domain/ticket/tag.ts'
import { closed, earlier, type Ticket } from '../../domain/ticket/ticket.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { Desk, UnitOfWork } from '../../ports/unit-of-work.ts'
import { followMerges, requireTicket } from '../shared/require-ticket.ts'
import { takenUpAgain } from '../shared/taken-up-again.ts'
import { TicketEditor } from '../shared/ticket-editor.ts'
import { transferTimeline } from './transfer-timeline.ts'

export interface Merge {
  readonly ticketNumber: number
  /** Where that one was merged itself, the merge goes on to its target. */
  readonly into: number
  readonly agentId: string
}

/** One ticket goes into another of the same customer and inbox: its number leads there, its timeline is told there. */
export class MergeTickets {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  /**
   * @returns the ticket that holds both. Merging again into where it went changes nothing.
   * @throws DomainError `not-found`, `ticket-merged`, `not-mergeable`
   */
  async execute(merge: Merge): Promise<{ ticketNumber: number }> {
    return this.#deps.unitOfWork.run((desk) => this.#merge(desk, merge))
  }

  async #merge(desk: Desk, { ticketNumber, into, agentId }: Merge): Promise<{ ticketNumber: number }> {
    const target = await requireTarget(desk, into)
    if (await isMergedInto(desk, ticketNumber, target)) return { ticketNumber: target.number }
    const source = await requireTicket(desk, ticketNumber)
    requireMergeable(source, target)

    const now = this.#deps.clock.now()
    await desk.tickets.save(emptied(source, target, now))
    const { from, to } = await transferTimeline(desk, {
      from: emptied(source, target, now),
      to: await takenUpAgain(desk, united(source, target)),
      entries: await desk.timelines.list(source.number),
      placement: placement('merged', { ticket: source.number, at: now }),
    })
    await new TicketEditor(desk, from).save('state')
    const editor = new TicketEditor(desk, to)
    const line = { id: this.#deps.ids.uuid(), at: now, actorId: agentId }
    await editor.addActivity({ ...line, what: 'merged-from', detail: String(source.number) })
    await editor.save('state')
    return { ticketNumber: target.number }
  }
}

async function requireTarget(desk: Pick<Desk, 'tickets'>, number: number): Promise<Ticket> {
  const ticket = await desk.tickets.find(number)
  if (ticket === null) throw new DomainError('not-found', `Ticket ${number} isn't here.`)
  return followMerges(desk, ticket)
}

async function isMergedInto(desk: Pick<Desk, 'tickets'>, number: number, target: Ticket): Promise<boolean> {
  const ticket = await desk.tickets.find(number)
  if (ticket === null || ticket.mergedInto === null) return false
  return (await followMerges(desk, ticket)).number === target.number
}

function requireMergeable(source: Ticket, target: Ticket): void {
  if (source.number === target.number) {
    throw new DomainError('not-mergeable', 'A ticket cannot be merged into itself. Choose another one.')
  }
  if (source.contactId !== target.contactId || source.inboxId !== target.inboxId) {
    const problem = `Ticket ${target.number} is of another customer or inbox. Merge tickets of one customer and one inbox.`
    throw new DomainError('not-mergeable', problem)
  }
}

function emptied(source: Ticket, target: Ticket, now: number): Ticket {
  const left = source.status === 'closed' ? source : closed(source, now)
  return { ...left, tags: [], stopAskedAt: null, mergedInto: target.number }
}

/** A ticket that is not closed stays so: where the closed one of two is the target, it takes over how the other stood. */
function united(source: Ticket, target: Ticket): Ticket {
  const takesOver = target.status === 'closed' && source.status !== 'closed'
  const { status, snoozedUntil } = source
  return {
    ...target,
    ...(takesOver ? { status, snoozedUntil, closedAt: null } : {}),
    origin: target.origin === 'keyword' ? source.origin : target.origin,
    assigneeId: target.assigneeId ?? source.assigneeId,
    tags: unitedTags(source, target),
    waitingSince: earlier(source.waitingSince, target.waitingSince),
    stopAskedAt: earlier(source.stopAskedAt, target.stopAskedAt),
    updatedAt: Math.max(source.updatedAt, target.updatedAt),
  }
}

function unitedTags(source: Ticket, target: Ticket): readonly string[] {
  const known = new Set(target.tags.map(tagKey))
  return [...target.tags, ...source.tags.filter((tag) => !known.has(tagKey(tag)))].slice(0, MAX_TAGS)
}
