import type { Viewer } from '../contract/events.ts'
import type { Presence, Sighting } from './presence.ts'

export const FORGET_AFTER_MS = 25_000

interface Seen extends Viewer {
  readonly forget: NodeJS.Timeout
}

/** For a desk of one process: nothing is lost with it that the next heartbeats would not bring back. */
export class MemoryPresence implements Presence {
  readonly #tickets = new Map<number, Map<string, Seen>>()
  readonly #listeners = new Set<(ticketNumber: number, viewers: readonly Viewer[]) => void>()

  see({ ticketNumber, agent: { id, name }, writing }: Sighting): void {
    const seen = this.#tickets.get(ticketNumber) ?? new Map<string, Seen>()
    this.#tickets.set(ticketNumber, seen)
    const before = seen.get(id)
    const forget = before?.forget.refresh() ?? setTimeout(() => this.leave(ticketNumber, id), FORGET_AFTER_MS).unref()
    seen.set(id, { id, name, writing, forget })
    if (before?.writing !== writing || before.name !== name) this.#announce(ticketNumber)
  }

  leave(ticketNumber: number, agentId: string): void {
    const seen = this.#tickets.get(ticketNumber)
    clearTimeout(seen?.get(agentId)?.forget)
    if (!seen?.delete(agentId)) return
    if (seen.size === 0) this.#tickets.delete(ticketNumber)
    this.#announce(ticketNumber)
  }

  current(): ReadonlyMap<number, readonly Viewer[]> {
    return new Map([...this.#tickets.keys()].map((number) => [number, this.#viewers(number)]))
  }

  subscribe(listener: (ticketNumber: number, viewers: readonly Viewer[]) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  #announce(ticketNumber: number): void {
    const viewers = this.#viewers(ticketNumber)
    for (const listener of this.#listeners) listener(ticketNumber, viewers)
  }

  #viewers(ticketNumber: number): Viewer[] {
    const seen = [...(this.#tickets.get(ticketNumber)?.values() ?? [])]
    return seen.map(({ id, name, writing }) => ({ id, name, writing }))
  }
}
