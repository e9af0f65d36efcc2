/**
 * A hint that something changed, never the change itself: who gets one fetches what it needs.
 * Losing a hint costs freshness, not truth.
 */
export type Change =
  | { readonly kind: 'ticket'; readonly ticketNumber: number; readonly what: TicketChange }
  /** The agent's rights, name or sessions changed. */
  | { readonly kind: 'agent'; readonly agentId: string }
  | { readonly kind: 'inbox'; readonly inboxId: string }
  | { readonly kind: 'desk'; readonly what: DeskTopic }
  | { readonly kind: 'canned-replies' }
  /** Hints may have been lost: whoever shows anything fetches it anew. */
  | { readonly kind: 'everything' }

/** What owners watch: what came to the webhooks, or what is wrong with the desk. */
export type DeskTopic = 'webhooks' | 'alerts'

export type TicketChange = 'text' | 'reaction' | 'reply' | 'note' | 'delivery' | 'state' | 'tags' | 'contact'

/** Inside a unit of work: what will be announced once it is committed. */
export interface ChangeRecorder {
  record(change: Change): void
}

export interface ChangeFeed {
  /** The listener gets the changes of committed work only. Returns the function that ends the subscription. */
  subscribe(listener: (changes: readonly Change[]) => void): () => void
}
