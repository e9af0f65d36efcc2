import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'

/** After so long another server goes on for one that died. */
export const LEADER_LEASE_MS = 60_000

/** Lets one of several servers ask the providers: what one hears is for all. */
export class TakeLeaderLease {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock }
  readonly #server: string

  /** One for each server, for as long as it runs. */
  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
    this.#server = deps.ids.uuid()
  }

  /** Whether it is this server's, from now on for a minute. */
  async execute(): Promise<boolean> {
    const now = this.#deps.clock.now()
    const own = `${this.#server} ${now + LEADER_LEASE_MS}`
    return this.#deps.unitOfWork.run(async ({ settings }) => {
      if (await settings.add('reconciler', own)) return true
      const [server, until] = (await settings.getForChange('reconciler'))?.split(' ') ?? []
      if (server !== this.#server && Number(until) > now) return false
      await settings.set('reconciler', own)
      return true
    })
  }
}
