import type { Inbox, Provider } from '../../domain/inbox/inbox.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { Desk } from '../../ports/unit-of-work.ts'
import { spellingsOf } from '../../text/phone-spellings.ts'
import { ensureInbox } from '../shared/ensure-inbox.ts'

/**
 * The inbox a text came to. A number nobody knows has an inbox of its own, so that no text is dropped; a text that names
 * no number goes to the provider's default inbox.
 */
export async function inboxForText(
  desk: Pick<Desk, 'changes' | 'inboxes'>,
  { provider, to }: { readonly provider: Provider; readonly to: string | null },
  at: { now: number; ids: Ids },
): Promise<Inbox> {
  const meant = to === null ? await defaultOf(desk, provider) : await inboxOf(desk, provider, to)
  return meant ?? ensureInbox(desk, { provider, number: null, name: 'Unrecognised number' }, at)
}

async function defaultOf(desk: Pick<Desk, 'inboxes'>, provider: Provider): Promise<Inbox | null> {
  const own = (await desk.inboxes.list()).filter((inbox) => inbox.provider === provider && inbox.number !== null)
  return own.find((inbox) => inbox.isDefault) ?? own[0] ?? null
}

/** Networks may write the desk's own number in another way than the owner did. */
async function inboxOf(desk: Pick<Desk, 'inboxes'>, provider: Provider, number: string): Promise<Inbox | null> {
  const others = spellingsOf(number).filter((spelling) => spelling !== number)
  for (const spelling of [number, ...others]) {
    const inbox = await desk.inboxes.findByNumber(provider, spelling)
    if (inbox !== null) return inbox
  }
  return null
}
