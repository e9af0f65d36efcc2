import type { AgentRef, Message, TicketSummary } from '@textdesk/server/contract'
import { getTimeline } from '../../entities/ticket/thread-api.ts'
import { addTag, assignTicket, closeTicket, undoAction } from '../../entities/ticket/tickets-api.ts'
import { ApiError } from '../../shared/api/api-error.ts'
import { asApiError } from '../../shared/api/request.ts'

export interface BulkResult {
  readonly changed: readonly TicketSummary[]
  readonly refused: readonly { readonly number: number; readonly reason: string }[]
}

/** One change to many tickets, all undone by the same key. */
export type BulkChange = (ticket: TicketSummary, undoKey: string) => Promise<unknown>

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

export const closing: BulkChange = closeAsSeen

export function assigning(agent: AgentRef | null): BulkChange {
  return ({ number }, undoKey) => assignTicket(number, agent?.id ?? null, undoKey)
}

export function tagging(tag: string): BulkChange {
  return ({ number }, undoKey) => addTag(number, tag, undoKey)
}

/**
 * Undoes a change for all of them. One that it did not change has nothing to be undone.
 * @returns which could not be undone, and why.
 * @throws ApiError when none could.
 */
export async function undoAll(tickets: readonly TicketSummary[], undoKey: string): Promise<string | undefined> {
  let changedSince = 0
  const { refused } = await changeAll(tickets, async ({ number }) => {
    const undone = await undoAction(number, undoKey).catch(nothingToUndo)
    if (undone.changedSince) changedSince += 1
  })
  const words = refused.map(({ reason }) => reason).join(' ')
  if (refused.length === tickets.length) throw new ApiError(0, 'refused', words, null)
  if (refused.length > 0) return `But not all: ${words}`
  return changedSince > 0 ? 'Somebody changed some of them meanwhile: that stays.' : undefined
}

function nothingToUndo(error: unknown): { changedSince: boolean } {
  if (asApiError(error).status === 404) return { changedSince: false }
  throw error
}

/** "Closed 2 tickets. Not closed: 7 (A newer text came.)" */
export function resultWords(done: string, { changed, refused }: BulkResult): string {
  const did = `${done} ${changed.length === 1 ? '1 ticket' : `${changed.length} tickets`}.`
  const reasons = refused.map(({ number, reason }) => `ticket ${number} (${reason.replace(/\.$/, '')})`)
  return refused.length === 0 ? did : `${did} ${refused.length} refused: ${reasons.join(', ')}.`
}

/** Seen is what the row showed: a text that came after it keeps the ticket open. */
async function closeAsSeen({ number, lastMessage }: TicketSummary, undoKey: string): Promise<void> {
  const { items } = await getTimeline(number, null)
  const seen = items.filter(
    (item): item is Message => item.type === 'message' && (lastMessage === null || item.at <= lastMessage.at),
  )
  const newest = seen.toSorted((one, other) => one.seq - other.seq).at(-1)
  await closeTicket(number, newest?.id ?? null, undoKey)
}
