import type { Arrival } from './arrival.ts'

/** What the customer's phone says of one of our texts. A phone has one reaction to a text at a time. */
export interface Reaction {
  readonly emoji: string
  /** When it was sent, by the provider's clock where that is known. */
  readonly at: number
}

/** A text that is such a reaction, or takes one back, as it came. */
export interface ReactionText {
  readonly id: string
  /** Our text that it is about. */
  readonly messageId: string
  readonly inboxId: string
  readonly contactId: string
  /** Time of receipt. */
  readonly at: number
  readonly emoji: string
  /** It takes the reaction back. */
  readonly removes: boolean
  readonly body: string
  readonly arrival: Arrival
}

/**
 * What stands after all of them, in whatever order they came: the newest one. Taking a reaction back leaves another one alone
 * that was given meanwhile.
 */
export function standingReaction(texts: readonly ReactionText[]): Reaction | null {
  let standing: Reaction | null = null
  for (const text of texts.toSorted(inOrder)) {
    if (!text.removes) standing = { emoji: text.emoji, at: sentAt(text) }
    else if (standing !== null && isSameEmoji(standing.emoji, text.emoji)) standing = null
  }
  return standing
}

/** The skin of a hand, and how a sign is to be drawn, make no other one. */
function isSameEmoji(one: string, other: string): boolean {
  const plain = (emoji: string) => emoji.replace(/\p{Emoji_Modifier}|\uFE0E|\uFE0F/gu, '')
  return plain(one) === plain(other)
}

/** Within one second of the provider's clock, in the order of receipt. */
function inOrder(a: ReactionText, b: ReactionText): number {
  return sentAt(a) - sentAt(b) || a.at - b.at || (a.id < b.id ? -1 : 1)
}

function sentAt({ arrival, at }: ReactionText): number {
  return arrival.sentAt ?? at
}
