import type { Ticket } from '../../domain/ticket/ticket.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { Desk } from '../../ports/unit-of-work.ts'
import { isActive } from '../shared/require-active.ts'
import { TicketEditor } from '../shared/ticket-editor.ts'

/** In one unit of work: texts that come meanwhile are not held up. */
export const MAX_HANDED_OVER = 100

/** Why a ticket is nobody's, in the line of activity. */
const GONE = 'agent-disabled'

interface HandOver {
  /** Who gets the tickets; null, or somebody who was disabled since, for nobody. */
  readonly to: string | null
  /** Who decided it; null for the desk itself. */
  readonly actorId: string | null
  readonly at: number
  readonly ids: Ids
}

/** A ticket that is not closed must be in somebody's view. */
export async function handOver(
  desk: Desk,
  tickets: readonly Ticket[],
  { to, actorId, at, ids }: HandOver,
): Promise<void> {
  const assigneeId = to !== null && (await isActive(desk, to)) ? to : null
  const what = assigneeId === null ? 'unassigned' : 'assigned'
  for (const ticket of tickets) {
    const editor = new TicketEditor(desk, { ...ticket, assigneeId })
    const line = { id: ids.uuid(), at, what, detail: assigneeId ?? GONE } as const
    await editor.addActivity(actorId === null ? line : { ...line, actorId })
    await editor.save('state')
  }
}
