import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Report } from './message-bird-requests.ts'

/** MessageBird's words, in the order in which they are to come. */
export interface ReportPlan {
  /** Come before the send is answered. */
  readonly before: readonly string[]
  readonly after: readonly string[]
}

interface Wanted {
  readonly plan: (reference: string) => ReportPlan
  readonly send: (report: Report) => Promise<unknown>
}

/** The delivery reports that the fake sends by itself: early, late, twice, in whatever order it is told. */
export class FakeReports {
  readonly #sending = new Set<Promise<unknown>>()
  #wanted: Wanted | null = null

  /** From now on; null sends none. */
  follow(wanted: Wanted | null): void {
    this.#wanted = wanted
  }

  /** What is to come before the answer; resolves when all of it was answered. */
  before(reference: string | null): Promise<unknown> {
    return this.#track(this.#send(reference, 'before'))
  }

  after(reference: string | null): void {
    void this.#track(this.#send(reference, 'after'))
  }

  /** Until everything under way was answered, the sends that waited for it included. */
  async settle(): Promise<void> {
    do {
      await Promise.all(this.#sending)
      await nextTurn()
    } while (this.#sending.size > 0)
  }

  #track(sending: Promise<void>): Promise<void> {
    this.#sending.add(sending)
    return sending.finally(() => this.#sending.delete(sending))
  }

  async #send(reference: string | null, when: keyof ReportPlan): Promise<void> {
    if (reference === null || this.#wanted === null) return
    const { plan, send } = this.#wanted
    for (const status of plan(reference)[when]) await send({ reference, status }).catch(() => {})
  }
}
