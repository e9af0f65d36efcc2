import type { Change, ChangeFeed } from '@textdesk/core'

/** Hints between the parts of one process. */
export class InProcessChangeFeed implements ChangeFeed {
  readonly #listeners = new Set<(changes: readonly Change[]) => void>()
  readonly #warn: (message: string, error: unknown) => void

  constructor(warn: (message: string, error: unknown) => void) {
    this.#warn = warn
  }

  subscribe(listener: (changes: readonly Change[]) => void): () => void {
    // A function may subscribe twice, and then each subscription ends by itself.
    const own = (changes: readonly Change[]) => listener(changes)
    this.#listeners.add(own)
    return () => this.#listeners.delete(own)
  }

  /** One listener's failure is nobody else's: the work that changed something is committed already. */
  publish(changes: readonly Change[]): void {
    if (changes.length === 0) return
    for (const listener of [...this.#listeners]) {
      try {
        listener(changes)
      } catch (error) {
        this.#warn('A listener of the change feed failed', error)
      }
    }
  }
}
