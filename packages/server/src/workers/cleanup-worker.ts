import {
  type Clock,
  FAILURES_KEPT_MS,
  KNOWN_DEVICE_MS,
  type ReleaseTickets,
  SESSION_ABSOLUTE_MS,
  SESSION_IDLE_MS,
  UNDOABLE_MS,
  type UnitOfWork,
} from '@textdesk/core'

interface Deps {
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly releaseTickets: Pick<ReleaseTickets, 'execute'>
  readonly onError: (error: unknown) => void
}

const ROUND_EVERY_MS = 60_000
/** A signature id is kept so long past its end: longer than any clock tolerance lets it be used again. */
export const SIGNATURE_KEPT_MS = 10 * 60_000

/** How long a report waits for its message; one that finds none is most likely about somebody else's text. */
export const REPORT_HELD_MS = 7 * 24 * 3_600_000
const MAX_HELD = 100_000
/** Removed in one unit of work: texts wait meanwhile. */
const AT_ONCE = 1_000

/** Takes out what the desk no longer needs to remember, and sees that no ticket is left with somebody who is gone. */
export class CleanupWorker {
  readonly #deps: Deps
  #timer: NodeJS.Timeout | null = null
  #round: Promise<void> = Promise.resolve()

  constructor(deps: Deps) {
    this.#deps = deps
  }

  start(): void {
    this.#timer ??= setInterval(() => {
      this.#round = this.#round.then(() => this.tidy())
    }, ROUND_EVERY_MS)
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
    await this.#round
  }

  async tidy(): Promise<void> {
    const expiredBefore = this.#deps.clock.now() - SIGNATURE_KEPT_MS
    await this.#deps.unitOfWork
      .run((desk) => desk.receipts.forgetSignatures(expiredBefore))
      .then(() => this.#forgetHeldReports())
      .then(() => this.#forgetVisitors())
      .then(() => this.#forgetActions())
      .then(() => this.#deps.releaseTickets.execute())
      .catch((error) => this.#deps.onError(error))
  }

  /** Sessions that are over, places nobody comes from any more, and guesses that were given up. */
  async #forgetVisitors(): Promise<void> {
    const now = this.#deps.clock.now()
    await this.#deps.unitOfWork.run(async ({ sessions, knownPlaces, signInFailures }) => {
      await sessions.forget({ lastSeenAt: now - SESSION_IDLE_MS, createdAt: now - SESSION_ABSOLUTE_MS })
      await knownPlaces.forget(now - KNOWN_DEVICE_MS)
      await signInFailures.forget(now - FAILURES_KEPT_MS)
    })
  }

  async #forgetHeldReports(): Promise<void> {
    const request = { before: this.#deps.clock.now() - REPORT_HELD_MS, most: MAX_HELD, limit: AT_ONCE }
    while ((await this.#deps.unitOfWork.run(({ reports }) => reports.forgetHeld(request))) === AT_ONCE) {}
  }

  async #forgetActions(): Promise<void> {
    const before = this.#deps.clock.now() - UNDOABLE_MS
    const forget = () => this.#deps.unitOfWork.run((desk) => desk.ticketActions.forgetBefore(before, AT_ONCE))
    while ((await forget()) === AT_ONCE) {}
  }
}
