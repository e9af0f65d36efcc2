import type { Ids } from '../ports/ids.ts'
import type { Desk } from '../ports/unit-of-work.ts'
import { type Inbox, newInbox, type Provider } from './inbox.ts'

/**
 * The inbox a text came to. A number nobody knows has an inbox of its own, so that no text is dropped; a text that names
 * no number goes to the provider's default inbox.
 */
export async function inboxForText(
  desk: Desk,
  text: { readonly provider: Provider; readonly to: string | null },
  { now, ids }: { now: number; ids: Ids },
): Promise<Inbox> {
  if (text.to !== null) {
    const named = await desk.inboxes.findByNumber(text.to)
    if (named !== null && named.provider === text.provider) return named
  }
  const own = (await desk.inboxes.list()).filter((inbox) => inbox.provider === text.provider)
  const numbered = own.filter((inbox) => inbox.number !== null)
  const fallback = numbered.find((inbox) => inbox.isDefault) ?? numbered[0]
  if (text.to === null && fallback) return fallback
  const unrecognised = own.find((inbox) => inbox.number === null)
  return unrecognised ?? addUnrecognised(desk, text.provider, { now, ids })
}

async function addUnrecognised(
  desk: Desk,
  provider: Provider,
  { now, ids }: { now: number; ids: Ids },
): Promise<Inbox> {
  const inbox = newInbox({ id: ids.uuid(), name: 'Unrecognised number', number: null, provider, now })
  await desk.inboxes.add(inbox)
  desk.changes.record({ kind: 'inbox', inboxId: inbox.id })
  return inbox
}
