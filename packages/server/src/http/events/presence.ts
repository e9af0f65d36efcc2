import type { Viewer } from '../contract/events.ts'

export interface Sighting {
  readonly ticketNumber: number
  readonly agent: { readonly id: string; readonly name: string }
  readonly writing: boolean
}

/** Who looks at which ticket right now. An agent with several pages counts once. */
export interface Presence {
  /** To be told again every 10 s: an agent who was not seen for 25 s is gone. */
  see(sighting: Sighting): void
  leave(ticketNumber: number, agentId: string): void
  /** The tickets that somebody looks at. */
  current(): ReadonlyMap<number, readonly Viewer[]>
  /** The listener gets everybody who looks at a ticket now, whenever that changes. Returns the function that ends it. */
  subscribe(listener: (ticketNumber: number, viewers: readonly Viewer[]) => void): () => void
}
