import type { Change, ChangeFeed } from '../../src/ports/change-feed.ts'

export class MemoryChangeFeed implements ChangeFeed {
  readonly #listeners = new Set<(changes: readonly Change[]) => void>()

  subscribe(listener: (changes: readonly Change[]) => void): () => void {
    // A function may subscribe twice, and then each subscription ends by itself.
    const own = (changes: readonly Change[]) => listener(changes)
    this.#listeners.add(own)
    return () => this.#listeners.delete(own)
  }

  publish(changes: readonly Change[]): void {
    if (changes.length === 0) return
    for (const listener of [...this.#listeners]) listener(changes)
  }
}
