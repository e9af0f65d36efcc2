import type { TicketChange } from '@textdesk/core'

type Hints = ReadonlyMap<number, TicketChange>

/**
 * One ticket is announced at most once in this time, at once when it was quiet before. A reader does not notice it, and it
 * still makes one hint of what a text brings about.
 */
export const TICKET_GAP_MS = 80
/** Between two batches, so that a burst costs every stream few writes. */
export const BATCH_GAP_MS = 20
/** Past so many tickets within `FLOOD_MS`, one "fetch everything again" is cheaper for everybody. */
export const MAX_TICKETS = 100
export const FLOOD_MS = 250

/** Turns the changes of a busy desk into few hints without making the first one wait. */
export class HintBatcher {
  readonly #send: (hints: Hints) => void
  readonly #overflow: () => void
  readonly #waiting = new Map<number, TicketChange>()
  /** When each ticket was announced last, oldest first; forgotten after `FLOOD_MS`. */
  readonly #announced = new Map<number, number>()
  #batchAt = Number.NEGATIVE_INFINITY
  #flooded = false
  #timer: NodeJS.Timeout | null = null

  constructor(out: { send: (hints: Hints) => void; overflow: () => void }) {
    this.#send = out.send
    this.#overflow = out.overflow
  }

  /** Takes the hints of one commit. */
  add(hints: Iterable<readonly [ticketNumber: number, what: TicketChange]>): void {
    if (this.#flooded) return
    for (const [number, what] of hints) {
      // A new text is what people wait for; it is not hidden by what happened to the ticket next.
      if (this.#waiting.get(number) !== 'text') this.#waiting.set(number, what)
    }
    this.#flush()
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#waiting.clear()
  }

  #flush(): void {
    const now = performance.now()
    this.#forget(now)
    if (this.#busyTickets() > MAX_TICKETS) this.#flood()
    else if (now - this.#batchAt >= BATCH_GAP_MS) this.#sendDue(now)
    this.#schedule(now)
  }

  #sendDue(now: number): void {
    const due = new Map([...this.#waiting].filter(([number]) => this.#dueAt(number, now) <= now))
    if (due.size === 0) return
    for (const number of due.keys()) {
      this.#waiting.delete(number)
      this.#announced.delete(number)
      this.#announced.set(number, now)
    }
    this.#batchAt = now
    this.#send(due)
  }

  #flood(): void {
    this.#flooded = true
    this.#waiting.clear()
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#flooded = false
      this.#announced.clear()
      this.#overflow()
    }, FLOOD_MS)
  }

  #schedule(now: number): void {
    if (this.#flooded || this.#waiting.size === 0) return
    // A ticket that has just come may be due before the one that the timer was set for.
    if (this.#timer) clearTimeout(this.#timer)
    const due = Math.min(...[...this.#waiting.keys()].map((number) => this.#dueAt(number, now)))
    this.#timer = setTimeout(
      () => {
        this.#timer = null
        this.#flush()
      },
      Math.max(1, Math.max(due, this.#batchAt + BATCH_GAP_MS) - now),
    )
  }

  #busyTickets(): number {
    const others = [...this.#waiting.keys()].filter((number) => !this.#announced.has(number))
    return this.#announced.size + others.length
  }

  #dueAt(number: number, now: number): number {
    const announced = this.#announced.get(number)
    return announced === undefined ? now : announced + TICKET_GAP_MS
  }

  #forget(now: number): void {
    for (const [number, at] of this.#announced) {
      if (now - at < FLOOD_MS) return
      this.#announced.delete(number)
    }
  }
}
