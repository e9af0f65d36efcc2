import type { CannedReply } from '@textdesk/server/contract'

/** The letters after "/" at the very start of a text, up to the caret; null where no canned reply is being looked for. */
export function cannedQuery(text: string, caret: number): string | null {
  return /^\/([\p{L}\p{N}-]*)$/u.exec(text.slice(0, caret))?.[1]?.toLowerCase() ?? null
}

/** Best first: shortcuts that start with the letters, those that hold them, then titles and texts that do. */
export function findCanned(replies: readonly CannedReply[], query: string): CannedReply[] {
  return replies
    .map((reply) => ({ reply, rank: rankOf(reply, query) }))
    .filter(({ rank }) => rank !== null)
    .toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .map(({ reply }) => reply)
}

function rankOf({ shortcut, title, body }: CannedReply, query: string): number | null {
  if (shortcut.startsWith(query)) return 0
  if (shortcut.includes(query)) return 1
  if (title?.toLowerCase().includes(query)) return 2
  return body.toLowerCase().includes(query) ? 3 : null
}
