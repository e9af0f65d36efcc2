import type { Placement } from '../../domain/message/placement.ts'
import { interleave, type PlacedEntry, readPosition } from '../../domain/ticket/interleave.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import { lastMessageOf } from '../../domain/ticket/timeline.ts'
import type { TimelineEntry } from '../../domain/ticket/timeline-entry.ts'
import type { Desk } from '../../ports/unit-of-work.ts'
import { joinDrafts } from '../../text/join-drafts.ts'

export interface Transfer {
  readonly from: Ticket
  readonly to: Ticket
  readonly entries: readonly TimelineEntry[]
  /** Why the texts among them stand where they will. */
  readonly placement: Placement
}

/**
 * Entries of one ticket take their places in another's timeline, by time; what agents have read and begun to write goes
 * along. Messages on their way out keep their claims.
 * @returns both tickets as their timelines now are; neither is saved.
 */
export async function transferTimeline(
  desk: Pick<Desk, 'drafts' | 'messages' | 'reads' | 'timelines'>,
  transfer: Transfer,
): Promise<{ from: Ticket; to: Ticket }> {
  const { from, to, entries } = transfer
  const placed = interleave(await desk.timelines.list(to.number), entries)
  const moves = placed.filter(({ entry, comes, seq }) => comes || entry.seq !== seq)
  await desk.timelines.move(
    to.number,
    moves.map((move) => asMove(move, transfer)),
    transfer.placement,
  )
  await moveReads(desk, transfer, placed)
  await moveDrafts(desk, transfer)
  return {
    from: await shownAnew(desk, from, await desk.timelines.list(from.number)),
    to: await shownAnew(desk, { ...to, lastSeq: to.lastSeq + entries.length }, placed.map(asEntry)),
  }
}

function asMove({ entry, comes, seq }: PlacedEntry, { from, to }: Transfer) {
  const type = entry.what === 'text' || entry.what === 'message' ? ('message' as const) : ('activity' as const)
  return { type, from: { ticketNumber: comes ? from.number : to.number, seq: entry.seq }, seq }
}

function asEntry({ entry, seq }: PlacedEntry): TimelineEntry {
  return { ...entry, seq }
}

async function moveReads(
  desk: Pick<Desk, 'reads'>,
  { from, to }: Transfer,
  placed: readonly PlacedEntry[],
): Promise<void> {
  const own = new Map((await desk.reads.list(to.number)).map(({ agentId, seq }) => [agentId, seq]))
  const coming = new Map((await desk.reads.list(from.number)).map(({ agentId, seq }) => [agentId, seq]))
  for (const agentId of new Set([...own.keys(), ...coming.keys()])) {
    const seen = { own: own.get(agentId) ?? 0, coming: coming.get(agentId) ?? 0 }
    await desk.reads.place(agentId, to.number, readPosition(placed, seen))
  }
}

/** Where somebody was writing in both tickets, what they wrote stays together. */
async function moveDrafts(desk: Pick<Desk, 'drafts'>, { from, to }: Transfer): Promise<void> {
  const there = await desk.drafts.list(to.number)
  for (const draft of await desk.drafts.list(from.number)) {
    const other = there.find(({ agentId, mode }) => agentId === draft.agentId && mode === draft.mode)
    const body = joinDrafts(other?.body ?? '', draft.body)
    await desk.drafts.save({ ...draft, ticketNumber: to.number, body })
    await desk.drafts.remove(draft.agentId, from.number, draft.mode)
  }
}

async function shownAnew(
  desk: Pick<Desk, 'messages'>,
  ticket: Ticket,
  entries: readonly TimelineEntry[],
): Promise<Ticket> {
  const newest = await desk.messages.history.newest(ticket.number)
  const lastInboundSeq = entries.findLast(({ what }) => what === 'text')?.seq ?? 0
  return { ...ticket, lastInboundSeq, lastMessage: newest && lastMessageOf(newest) }
}
