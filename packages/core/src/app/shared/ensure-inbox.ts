import { type Inbox, newInbox, type Provider } from '../../domain/inbox/inbox.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { Desk } from '../../ports/unit-of-work.ts'

export interface WantedInbox {
  readonly provider: Provider
  readonly number: string | null
  /** For one that is new. */
  readonly name: string
}

/** The provider's inbox of this number. Where another server makes it at the same moment, it is that one. */
export async function ensureInbox(
  desk: Pick<Desk, 'changes' | 'inboxes'>,
  { provider, number, name }: WantedInbox,
  { now, ids }: { now: number; ids: Ids },
): Promise<Inbox> {
  const known = await desk.inboxes.findByNumber(provider, number)
  if (known !== null) return known
  const inbox = newInbox({ id: ids.uuid(), name, number, provider, now })
  if (!(await desk.inboxes.add(inbox))) {
    const theirs = await desk.inboxes.findByNumber(provider, number)
    if (theirs === null) throw new Error('An inbox is neither there nor can it be added')
    return theirs
  }
  desk.changes.record({ kind: 'inbox', inboxId: inbox.id })
  return inbox
}
