import type { Peers } from '@textdesk/core'
import type { Viewer } from '../contract/events.ts'
import type { MemoryPresence } from './memory-presence.ts'
import type { Presence, Sighting } from './presence.ts'

type News = { readonly seen: Sighting } | { readonly left: { readonly ticketNumber: number; readonly agentId: string } }

/** For a desk of several servers: each keeps everybody in memory and tells the others what it sees itself. */
export class SharedPresence implements Presence {
  readonly #memory: MemoryPresence
  readonly #peers: Peers

  constructor(memory: MemoryPresence, peers: Peers) {
    this.#memory = memory
    this.#peers = peers
    peers.subscribe((message) => this.#hear(message as News))
  }

  see(sighting: Sighting): void {
    this.#memory.see(sighting)
    this.#peers.tell({ seen: sighting } satisfies News)
  }

  leave(ticketNumber: number, agentId: string): void {
    this.#memory.leave(ticketNumber, agentId)
    this.#peers.tell({ left: { ticketNumber, agentId } } satisfies News)
  }

  current(): ReadonlyMap<number, readonly Viewer[]> {
    return this.#memory.current()
  }

  subscribe(listener: (ticketNumber: number, viewers: readonly Viewer[]) => void): () => void {
    return this.#memory.subscribe(listener)
  }

  /** An older or newer server may tell what this one does not know. */
  #hear(news: News): void {
    if ('seen' in news) this.#memory.see(news.seen)
    else if ('left' in news) this.#memory.leave(news.left.ticketNumber, news.left.agentId)
  }
}
