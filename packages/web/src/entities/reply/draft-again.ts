import type { useDrafts } from './drafts.ts'

/** The text of a reply that was undone in time comes back to be changed, unless something else is being written. */
export function draftAgain(drafts: ReturnType<typeof useDrafts>, ticket: number, body: string): void {
  if (drafts.get(ticket, 'reply').body !== '') return
  drafts.set(ticket, 'reply', { body, seenMessageId: null, attempt: null })
}
