/** As much of a message as tells whether it is news to somebody. */
export interface TimelineText {
  /** Its place in the ticket's timeline. */
  readonly seq: number
  readonly kind: 'sms' | 'auto' | 'note'
  readonly authorId: string | null
  readonly delivery: { readonly state: string } | null
}

/**
 * Whether a text came after the place `seq` and is not the agent's own: from the customer, or a colleague's. What the desk wrote,
 * notes and what was taken back in time are no news.
 */
export function isNewerThanSeen(text: TimelineText, seen: { seq: number; agentId: string | null }): boolean {
  const { seq, kind, authorId, delivery } = text
  if (seq <= seen.seq || kind !== 'sms' || delivery?.state === 'cancelled') return false
  return authorId === null || authorId !== seen.agentId
}
