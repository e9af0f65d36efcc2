import type { Clock } from '../../ports/platform/clock.ts'
import type { Secrets } from '../../ports/platform/secrets.ts'
import type { DeskQueries } from '../../ports/queries/desk-queries.ts'
import { KNOWN_DEVICE_MS } from './known-places.ts'

interface Deps {
  readonly deskQueries: DeskQueries
  readonly clock: Clock
  readonly secrets: Secrets
}

/** Whether a browser's device token is one that the desk gave it when somebody signed in. */
export class RecogniseDevice {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async execute({ deviceToken }: { deviceToken: string }): Promise<boolean> {
    const { deskQueries, clock, secrets } = this.#deps
    return deskQueries.isKnownPlace(secrets.digest(deviceToken), clock.now() - KNOWN_DEVICE_MS + 1)
  }
}
