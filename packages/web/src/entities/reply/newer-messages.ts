import { isNewerThanSeen } from '@textdesk/core/text'
import type { Message } from '@textdesk/server/contract'
import { isolated } from '../../shared/text/isolated.ts'
import { shownText } from '../../shared/text/shown-text.ts'

/** What is newer than a message that was seen. */
export function newerThan(
  messages: readonly Message[],
  seenMessageId: string | null,
  agentId: string | null,
): Message[] {
  if (seenMessageId === null) return []
  // What was seen may lie further up than what is loaded: then all that is loaded is newer.
  const seq = messages.find(({ id }) => id === seenMessageId)?.seq ?? 0
  return messages.filter((message) =>
    isNewerThanSeen({ ...message, authorId: message.author?.id ?? null }, { seq, agentId }),
  )
}

/** "They wrote again: 'Never mind'." or "Ben replied: 'On its way'." */
export function newerWords(newer: readonly Message[]): string {
  const latest = newer.at(-1)
  if (!latest) return ''
  const who =
    latest.direction === 'in' ? 'They wrote again' : `${isolated(latest.author?.name ?? 'A colleague')} replied`
  const more = newer.length > 1 ? ` (and ${newer.length - 1} more)` : ''
  return `${who}: '${isolated(shownText(latest.body))}'${more}.`
}
