import type { WebhookRecord } from '@textdesk/core'
import type { ArrivalAddress, WebhookFigures, WebhookRefusal } from './webhook-figures.ts'

interface TakenText {
  readonly at: number
  readonly repeated: boolean
  /** Null for one that was delivered before. */
  readonly inboxId: string | null
  /** Not one of practice on a desk that is live: that says nothing of the way in. */
  readonly genuine: boolean
}

const HOUR_MS = 3_600_000
const MAX_TIMES = 1_000

/** What came to the webhooks since this process started. Kept in memory: it answers "why does nothing arrive?" */
export class WebhookJournal {
  readonly startedAt: number
  readonly #onNews: () => void
  readonly #onRecord: () => void
  readonly #refused = new Map<string, number>()
  readonly #heardOf = new Set<string>()
  #refusedAt: number[] = []
  #news = 0
  #received = 0
  #repeated = 0
  #reports = 0
  #lastTakenAt: number | null = null
  #lastRefusal: WebhookRefusal | null = null
  #lastSigned: WebhookRefusal | null = null
  #lastMoved: WebhookRefusal | null = null

  /**
   * `onNews`: told of every refusal, of the first text to each number, and of the first one after a refusal; `onRecord`: of
   * everything.
   */
  constructor(parts: { startedAt: number; onNews?: () => void; onRecord?: () => void }) {
    this.startedAt = parts.startedAt
    this.#onNews = parts.onNews ?? (() => {})
    this.#onRecord = parts.onRecord ?? (() => {})
  }

  recordText({ at, repeated, inboxId, genuine }: TakenText): void {
    this.#received += 1
    if (repeated) this.#repeated += 1
    const isFirst = inboxId !== null && !this.#heardOf.has(inboxId)
    const afterRefusal = genuine && this.#lastRefusal !== null && this.#lastRefusal.at >= (this.#lastTakenAt ?? 0)
    if (inboxId !== null) this.#heardOf.add(inboxId)
    if (genuine) this.#lastTakenAt = at
    this.#recorded(isFirst || afterRefusal)
  }

  recordReport(): void {
    this.#reports += 1
    this.#recorded(false)
  }

  recordRefusal(refusal: WebhookRefusal): void {
    this.#refused.set(refusal.reason, (this.#refused.get(refusal.reason) ?? 0) + 1)
    this.#lastRefusal = refusal
    if (refusal.signed) {
      this.#refusedAt = [...this.#refusedAt.filter((at) => at > refusal.at - HOUR_MS), refusal.at].slice(-MAX_TIMES)
      this.#lastSigned = refusal
    }
    if (refusal.arrivedAt) this.#lastMoved = refusal
    this.#recorded(true)
  }

  /** Counts one that was refused only because so many before were: it has no reason of its own. */
  recordTurnedAway(reason: string): void {
    this.#refused.set(reason, (this.#refused.get(reason) ?? 0) + 1)
    this.#recorded(false)
  }

  /** Texts answered OK, repeats included. */
  get received(): number {
    return this.#received
  }

  get repeated(): number {
    return this.#repeated
  }

  get reports(): number {
    return this.#reports
  }

  get refused(): number {
    return [...this.#refused.values()].reduce((sum, count) => sum + count, 0)
  }

  get refusedByReason(): ReadonlyMap<string, number> {
    return this.#refused
  }

  get lastRefusal(): WebhookRefusal | null {
    return this.#lastRefusal
  }

  /** When the last genuine text was answered OK. */
  get lastTakenAt(): number | null {
    return this.#lastTakenAt
  }

  /** Where the provider sends texts instead of here, if none was taken since. */
  get moved(): (ArrivalAddress & { readonly at: number }) | null {
    const moved = this.#lastMoved
    if (!moved?.arrivedAt || (this.#lastTakenAt ?? 0) > moved.at) return null
    return { at: moved.at, ...moved.arrivedAt }
  }

  get record(): WebhookRecord {
    const { startedAt } = this
    return { startedAt, refusedAt: this.#refusedAt, lastRefusal: this.#lastSigned, lastTakenAt: this.#lastTakenAt }
  }
  get figures(): WebhookFigures {
    const { received, repeated, reports, refused, refusedByReason, lastTakenAt, lastRefusal, moved } = this
    const news = this.#news
    return { received, repeated, reports, refused, refusedByReason, lastTakenAt, lastRefusal, moved, news }
  }

  #recorded(isNews: boolean): void {
    if (isNews) {
      this.#news += 1
      this.#onNews()
    }
    this.#onRecord()
  }
}
