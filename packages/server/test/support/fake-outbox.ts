import { type Change, DomainError, OutcomeUnrecorded } from '@textdesk/core'

/** A queue with just enough rules to see what the dispatcher does with one. */
export class FakeOutbox {
  readonly due: { id: string; at: number }[] = []
  readonly sent: string[] = []
  readonly errors: unknown[] = []
  /** What was not recorded at the first try, and was later. */
  readonly recorded: string[] = []
  slow = false
  /** So many tries to let a text go fail. */
  undepartable = 0
  /** So many tries to record an outcome fail. */
  unrecordable = 0
  broken = false
  /** What is due is in other hands: those of a server that claims it at this moment, or that died with it. */
  heldBack = false
  unrescuable = false
  claims = 0
  claiming = 0
  mostClaiming = 0
  mostSending = 0
  rescues = 0
  readonly #finish: (() => void)[] = []
  readonly #listeners = new Set<(changes: readonly Change[]) => void>()

  /** All that a dispatcher needs. */
  readonly deps = {
    claimDueMessages: { execute: (request: { limit: number }) => this.#claim(request) },
    sendClaimedMessage: { execute: (claimed: { messageId: string }) => this.#send(claimed) },
    rescueOverdueLeases: { execute: () => this.#rescue() },
    changeFeed: {
      subscribe: (listener: (changes: readonly Change[]) => void) => {
        this.#listeners.add(listener)
        return () => this.#listeners.delete(listener)
      },
    },
    clock: { now: () => Date.now() },
    onError: (error: unknown) => this.errors.push(error),
  }

  add(id: string, at = Date.now()): void {
    this.due.push({ id, at })
    this.announce()
  }

  announce(): void {
    for (const listener of this.#listeners) listener([{ kind: 'ticket', ticketNumber: 1, what: 'reply' }])
  }

  /** Those on their way arrive. */
  finishAll(): void {
    for (const finish of this.#finish.splice(0)) finish()
  }

  async #claim({ limit }: { limit: number }) {
    this.claims += 1
    this.claiming += 1
    this.mostClaiming = Math.max(this.mostClaiming, this.claiming)
    await Promise.resolve()
    this.claiming -= 1
    if (this.broken) throw new Error('storage')
    const ready = this.heldBack ? [] : this.due.filter(({ at }) => at <= Date.now()).slice(0, limit)
    for (const message of ready) this.due.splice(this.due.indexOf(message), 1)
    const nextDueAt = this.due.length > 0 ? Math.min(...this.due.map(({ at }) => at)) : null
    return { token: 't', messageIds: ready.map(({ id }) => id), nextDueAt }
  }

  async #send({ messageId }: { messageId: string }): Promise<void> {
    if (messageId === 'bad') throw new Error('send')
    if (this.undepartable-- > 0) throw new DomainError('storage-unavailable', 'Full')
    if (this.slow) {
      await new Promise<void>((resolve) => {
        this.#finish.push(resolve)
        this.mostSending = Math.max(this.mostSending, this.#finish.length)
      })
    }
    this.sent.push(messageId)
    if (this.unrecordable > 0) throw new OutcomeUnrecorded(() => this.#record(messageId), new Error('storage'))
  }

  async #rescue(): Promise<{ rescued: number }> {
    this.rescues += 1
    if (this.unrescuable) throw new Error('rescue')
    return { rescued: 0 }
  }

  async #record(messageId: string): Promise<void> {
    this.unrecordable -= 1
    if (this.unrecordable > 0) throw new DomainError('storage-unavailable', 'Full')
    this.recorded.push(messageId)
  }
}
