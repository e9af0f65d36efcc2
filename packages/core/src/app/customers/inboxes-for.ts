import { DomainError } from '../../domain/errors.ts'
import type { Inbox } from '../../domain/inbox/inbox.ts'
import type { Desk } from '../../ports/unit-of-work.ts'

/** The inbox meant, or all of them. @throws DomainError `not-found` */
export async function inboxesFor(desk: Pick<Desk, 'inboxes'>, inboxId: string | null): Promise<Inbox[]> {
  if (inboxId === null) return desk.inboxes.list()
  const inbox = await desk.inboxes.find(inboxId)
  if (inbox === null) throw new DomainError('not-found', "This inbox isn't here.")
  return [inbox]
}
