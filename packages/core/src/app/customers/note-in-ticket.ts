import type { ActivityDraft } from '../../domain/ticket/timeline.ts'
import type { Desk } from '../../ports/unit-of-work.ts'
import { TicketEditor } from '../shared/ticket-editor.ts'
import { waitingSinceOf } from '../shared/waiting-since.ts'

/**
 * Writes what happened to the contact into the ticket an agent would look at: the open one, else the one closed last. Who can
 * be answered no longer waits no longer; who can be again, waits for an answer to what stands there unanswered.
 */
export async function noteInTicket(
  desk: Desk,
  { inboxId, contactId }: { inboxId: string; contactId: string },
  line: ActivityDraft,
): Promise<void> {
  const ticket =
    (await desk.tickets.findCurrent(inboxId, contactId)) ?? (await desk.tickets.findNewestClosed(inboxId, contactId))
  if (ticket === null) return
  const stopAskedAt = line.what === 'opted-out' ? null : ticket.stopAskedAt
  const editor = new TicketEditor(desk, { ...ticket, stopAskedAt, waitingSince: await waitingSinceOf(desk, ticket) })
  await editor.addActivity(line)
  await editor.save('contact')
}
