import type { AgentRef, Message, TicketSummary } from '@textdesk/server/contract'
import { asApiError } from '../../shared/api/request.ts'
import { isSameTag } from '../tags/tag-options.ts'
import { getTimeline } from '../thread/thread-api.ts'
import { addTag, assignTicket, closeTicket, removeTag, reopenTicket } from './tickets-api.ts'

export interface BulkResult {
  readonly changed: readonly TicketSummary[]
  readonly refused: readonly { readonly number: number; readonly reason: string }[]
}

/** One change to many tickets, and how it is taken back for each. */
export interface BulkChange {
  readonly change: (ticket: TicketSummary) => Promise<unknown>
  readonly back: (ticket: TicketSummary) => Promise<unknown>
}

/** One ticket after the other; a refused one stops nobody else. */
export async function changeAll(
  tickets: readonly TicketSummary[],
  work: (ticket: TicketSummary) => Promise<unknown>,
): Promise<BulkResult> {
  const changed: TicketSummary[] = []
  const refused: { number: number; reason: string }[] = []
  for (const ticket of tickets) {
    try {
      await work(ticket)
      changed.push(ticket)
    } catch (thrown) {
      refused.push({ number: ticket.number, reason: asApiError(thrown).message })
    }
  }
  return { changed, refused }
}

export const closing: BulkChange = {
  change: closeAsSeen,
  back: async ({ number, status }) => status === 'closed' || (await reopenTicket(number)),
}

export function assigning(agent: AgentRef | null): BulkChange {
  return {
    change: ({ number }) => assignTicket(number, agent?.id ?? null),
    back: ({ number, assignee }) => assignTicket(number, assignee?.id ?? null),
  }
}

export function tagging(tag: string): BulkChange {
  return {
    change: ({ number }) => addTag(number, tag),
    back: async ({ number, tags }) => tags.some((one) => isSameTag(one, tag)) || (await removeTag(number, tag)),
  }
}

/** "Closed 2 tickets. Not closed: 7 (A newer text came.)" */
export function resultWords(done: string, { changed, refused }: BulkResult): string {
  const did = `${done} ${changed.length === 1 ? '1 ticket' : `${changed.length} tickets`}.`
  const reasons = refused.map(({ number, reason }) => `ticket ${number} (${reason.replace(/\.$/, '')})`)
  return refused.length === 0 ? did : `${did} ${refused.length} refused: ${reasons.join(', ')}.`
}

/** Seen is what the row showed: a text that came after it keeps the ticket open. */
async function closeAsSeen({ number, lastMessage }: TicketSummary): Promise<void> {
  const { items } = await getTimeline(number, null)
  const seen = items.filter(
    (item): item is Message => item.type === 'message' && (lastMessage === null || item.at <= lastMessage.at),
  )
  await closeTicket(number, seen.toSorted((one, other) => one.seq - other.seq).at(-1)?.id ?? null)
}
