import type { ArchiveTrouble, Clock, FetchMissedTexts, LookUpUncertainTexts, MessageArchive } from '@textdesk/core'

interface Deps {
  readonly lookUpUncertainTexts: Pick<LookUpUncertainTexts, 'execute'>
  readonly fetchMissedTexts: Pick<FetchMissedTexts, 'execute'>
  /** Whether it is for this server to go now, among several on one desk. */
  readonly takeLeaderLease: { execute(): Promise<boolean> }
  readonly archives: Readonly<Record<string, Pick<MessageArchive, 'close'>>>
  readonly clock: Clock
  /** Told of every round that found something. */
  readonly onFound: (found: Found) => void
  /** Told when the provider's list cannot be read, once until it can again. */
  readonly onUnavailable: (reason: string) => void
  /** Told of whatever else went wrong; the reconciler goes on by itself. */
  readonly onError: (error: unknown) => void
}

interface Found {
  /** Uncertain texts that the list knew. */
  readonly settled: number
  /** Texts whose webhook had not come. */
  readonly fetched: number
}

const ROUND_EVERY_MS = 15_000
const FETCH_EVERY_MS = 60_000
const FIRST_REST_MS = 60_000
const MAX_REST_MS = 30 * 60_000

/** Compares the desk with the provider's own list of messages, for as long as the process lives. */
export class Reconciler {
  readonly #deps: Deps
  #timer: NodeJS.Timeout | null = null
  #round: Promise<void> = Promise.resolve()
  #fetchedAt = Number.NEGATIVE_INFINITY
  #restsUntil = Number.NEGATIVE_INFINITY
  #failures = 0
  #isStopped = false

  constructor(deps: Deps) {
    this.#deps = deps
  }

  start(): void {
    if (this.#timer) return
    this.#timer = setInterval(() => void this.goRound(), ROUND_EVERY_MS)
    void this.goRound()
  }

  /** Waits for no answer of the provider: what it would say is there next time. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
    this.#isStopped = true
    for (const archive of Object.values(this.#deps.archives)) archive.close()
    await this.#round
  }

  /** One round after the other, however long each takes. Never rejects. */
  goRound(): Promise<void> {
    this.#round = this.#round.then(() => this.#reconcile()).catch((error) => this.#deps.onError(error))
    return this.#round
  }

  async #reconcile(): Promise<void> {
    const { takeLeaderLease, lookUpUncertainTexts, fetchMissedTexts, clock, onFound } = this.#deps
    if (clock.now() < this.#restsUntil || !(await takeLeaderLease.execute())) return
    const { settled, trouble } = await lookUpUncertainTexts.execute()
    if (settled > 0) onFound({ settled, fetched: 0 })
    if (trouble) return this.#rest(trouble)
    if (clock.now() - this.#fetchedAt < FETCH_EVERY_MS) return
    const missed = await fetchMissedTexts.execute()
    if (missed.fetched > 0) onFound({ settled: 0, fetched: missed.fetched })
    if (missed.trouble) return this.#rest(missed.trouble)
    this.#fetchedAt = clock.now()
    this.#failures = 0
  }

  /** Longer each time; the provider's own word counts. */
  #rest({ reason, retryAfterMs }: ArchiveTrouble): void {
    if (this.#isStopped) return
    if (this.#failures === 0) this.#deps.onUnavailable(reason)
    const restMs = Math.min(FIRST_REST_MS * 2 ** this.#failures, MAX_REST_MS)
    this.#failures += 1
    this.#restsUntil = this.#deps.clock.now() + Math.max(restMs, retryAfterMs ?? 0)
  }
}
