import { MAX_TAGS, tagKey } from './tag.ts'
import type { Ticket } from './ticket.ts'

/** For how long what an agent did to a ticket can be undone. */
export const UNDOABLE_MS = 3_600_000

/** What an action may change, and undoing it brings back. */
export type TicketState = Pick<
  Ticket,
  'status' | 'assigneeId' | 'waitingSince' | 'snoozedUntil' | 'tags' | 'updatedAt' | 'closedAt'
>

/** What an agent did to a ticket, remembered for an hour so that it can be undone. */
export interface TicketAction {
  readonly ticketNumber: number
  readonly agentId: string
  /** The name that the one who asked gave it: unique for this ticket and agent. */
  readonly key: string
  readonly at: number
  /** The last place in the timeline when it was done. */
  readonly seq: number
  readonly before: TicketState
  readonly after: TicketState
  /** The messages that it settled. */
  readonly settledIds: readonly string[]
}

const EXACT = ['status', 'assigneeId', 'waitingSince', 'snoozedUntil', 'closedAt'] as const

/**
 * The ticket without what the action did to it; what others did since to the rest of it stays. Null when what the action
 * changed was changed again.
 */
export function undone(ticket: Ticket, { before, after }: TicketAction): Ticket | null {
  const changed = EXACT.filter((field) => before[field] !== after[field])
  if (changed.some((field) => ticket[field] !== after[field])) return null
  return {
    ...ticket,
    ...Object.fromEntries(changed.map((field) => [field, before[field]])),
    tags: tagsWithout(ticket.tags, { before: before.tags, after: after.tags }),
    updatedAt: ticket.updatedAt === after.updatedAt ? before.updatedAt : ticket.updatedAt,
  }
}

/** Whether somebody changed the ticket since, beside what the action did. */
export function wasChangedSince(ticket: Ticket, { after }: TicketAction): boolean {
  return EXACT.some((field) => ticket[field] !== after[field]) || !areSame(ticket.tags, after.tags)
}

function tagsWithout(now: readonly string[], { before, after }: Tagging): readonly string[] {
  if (areSame(now, after)) return before
  const [was, became, is] = [keysOf(before), keysOf(after), keysOf(now)]
  const left = now.filter((tag) => was.has(tagKey(tag)) || !became.has(tagKey(tag)))
  const missing = before.filter((tag) => !became.has(tagKey(tag)) && !is.has(tagKey(tag)))
  return [...left, ...missing].slice(0, MAX_TAGS)
}

interface Tagging {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

function keysOf(tags: readonly string[]): ReadonlySet<string> {
  return new Set(tags.map(tagKey))
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((tag, place) => tag === other[place])
}
