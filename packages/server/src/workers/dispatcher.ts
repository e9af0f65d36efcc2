import {
  type ChangeFeed,
  type ClaimDueMessages,
  type Clock,
  DomainError,
  OutcomeUnrecorded,
  type RescueOverdueLeases,
  type SendClaimedMessage,
} from '@textdesk/core'

interface Deps {
  readonly claimDueMessages: Pick<ClaimDueMessages, 'execute'>
  readonly sendClaimedMessage: Pick<SendClaimedMessage, 'execute'>
  readonly rescueOverdueLeases: Pick<RescueOverdueLeases, 'execute'>
  readonly changeFeed: ChangeFeed
  readonly clock: Clock
  /** Told of whatever went wrong; the dispatcher goes on by itself. */
  readonly onError: (error: unknown) => void
}

/** Sends at once: enough to keep a provider busy, few enough to stop within its deadline. */
const MAX_SENDS = 32
/** Commits that follow each other closely share a look. */
const GATHER_MS = 5
/** What is due and cannot be claimed: another server claims it at this moment, or died with it and awaits the rescue. */
const HELD_BACK_MS = 100
/** A look without any hint: hints may be lost, and a sender may have died with a lease. */
const IDLE_MS = 15_000
const RESCUE_EVERY_MS = 5_000
const FIRST_RETRY_MS = 250
const MAX_RETRY_MS = 2_000
const STORE_AGAIN_MS = 1_000

/** Sends what is due for as long as the process lives. It claims one batch after the other and waits for no single text. */
export class Dispatcher {
  readonly #deps: Deps
  readonly #sends = new Set<Promise<void>>()
  #unsubscribe: (() => void) | null = null
  #timer: NodeJS.Timeout | null = null
  #look: Promise<void> | null = null
  #wokenDuringLook = false
  #rescuedAt = Number.NEGATIVE_INFINITY
  #failures = 0

  constructor(deps: Deps) {
    this.#deps = deps
  }

  start(): void {
    if (this.#unsubscribe) return
    this.#unsubscribe = this.#deps.changeFeed.subscribe((changes) => {
      if (changes.some(({ kind }) => kind === 'ticket')) this.#wake()
    })
    this.#lookIn(0)
  }

  /** Claims nothing further and resolves once it is recorded what became of every text on its way. */
  async stop(): Promise<void> {
    this.#unsubscribe?.()
    this.#unsubscribe = null
    if (this.#timer) clearTimeout(this.#timer)
    await this.#look
    await Promise.all(this.#sends)
  }

  /** Whether it runs and could ask for work the last time. */
  get isHealthy(): boolean {
    return this.#unsubscribe !== null && this.#failures === 0
  }

  #wake(): void {
    if (this.#look) this.#wokenDuringLook = true
    // While looks fail the back-off decides, however much happens.
    else if (this.#failures === 0) this.#lookIn(GATHER_MS)
  }

  #lookIn(delayMs: number): void {
    if (!this.#unsubscribe) return
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#wokenDuringLook = false
      this.#look = this.#lookForWork().then((pauseMs) => {
        this.#look = null
        this.#lookIn(this.#wokenDuringLook && this.#failures === 0 ? GATHER_MS : pauseMs)
      })
    }, delayMs)
  }

  /** Answers how many milliseconds to wait for the next look. Never throws. */
  async #lookForWork(): Promise<number> {
    const limit = MAX_SENDS - this.#sends.size
    // The next text that arrives somewhere wakes it.
    if (limit === 0) return IDLE_MS
    try {
      const now = this.#deps.clock.now()
      await this.#rescue(now)
      const { token, messageIds, nextDueAt } = await this.#deps.claimDueMessages.execute({ limit })
      for (const messageId of messageIds) this.#send({ messageId, token })
      this.#failures = 0
      return messageIds.length > 0 ? GATHER_MS : this.#untilDue(nextDueAt, now)
    } catch (error) {
      this.#deps.onError(error)
      this.#failures += 1
      return Math.min(FIRST_RETRY_MS * 2 ** (this.#failures - 1), MAX_RETRY_MS)
    }
  }

  #send(claimed: { messageId: string; token: string }): void {
    const send = this.#untilStored(() => this.#deps.sendClaimedMessage.execute(claimed)).then(() => {
      this.#sends.delete(send)
      this.#wake()
    })
    this.#sends.add(send)
  }

  /**
   * A storage that fails is asked again until it takes what it should: before a text left that lets it go, afterwards only
   * what became of it. Where the process ends first, the rescue decides about the text. Never throws.
   */
  async #untilStored(send: () => Promise<void>): Promise<void> {
    let step = send
    for (let failures = 0; ; failures += 1) {
      if (failures > 0) await new Promise((resolve) => setTimeout(resolve, STORE_AGAIN_MS))
      try {
        return await step()
      } catch (error) {
        if (failures === 0) this.#deps.onError(error)
        if (error instanceof OutcomeUnrecorded) step = error.record
        else if (!isStorageFault(error)) return
        if (!this.#unsubscribe) return
      }
    }
  }

  /** One text that cannot be rescued must not keep the others from being sent. */
  async #rescue(now: number): Promise<void> {
    if (now - this.#rescuedAt < RESCUE_EVERY_MS) return
    this.#rescuedAt = now
    await this.#deps.rescueOverdueLeases.execute().catch(this.#deps.onError)
  }

  #untilDue(dueAt: number | null, lookedAt: number): number {
    if (dueAt === null) return IDLE_MS
    return dueAt <= lookedAt ? HELD_BACK_MS : Math.min(Math.max(dueAt - this.#deps.clock.now(), GATHER_MS), IDLE_MS)
  }
}

function isStorageFault(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'storage-unavailable'
}
