import { beginTelling, type Incident, type Notice, noteTelling } from '../../domain/incident/incident.ts'
import type { Alert, AlertChannel } from '../../ports/platform/alert-channel.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'

/**
 * Tells the owner of every incident once when it begins and once when it is over, whichever server does it. What was told is
 * remembered across restarts; a process that dies between telling and remembering is told after by another, once more.
 */
export class TellIncidents {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; alertChannel: AlertChannel | null }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; alertChannel: AlertChannel | null }) {
    this.#deps = deps
  }

  async execute(): Promise<void> {
    const { alertChannel } = this.#deps
    if (alertChannel === null) return
    const untold = await this.#takeUntold()
    await Promise.all(
      untold.map(async (incident) => this.#remember(incident, await alertChannel.tell(alertOf(incident)))),
    )
  }

  async #takeUntold(): Promise<Incident[]> {
    const now = this.#deps.clock.now()
    return this.#deps.unitOfWork.run(async ({ incidents }) => {
      const untold = await incidents.listUntold(now)
      for (const incident of untold) await incidents.save(beginTelling(incident, now))
      return untold
    })
  }

  async #remember({ id, notice }: Incident, told: boolean): Promise<void> {
    const now = this.#deps.clock.now()
    await this.#deps.unitOfWork.run(async ({ incidents }) => {
      const incident = await incidents.find(id)
      if (incident && notice) await incidents.save(noteTelling(incident, notice.about, told, now))
    })
  }
}

function alertOf({ id, kind, sentence, notice, openedAt, resolvedAt }: Incident): Alert {
  const state: Notice['about'] = notice?.about ?? 'open'
  return state === 'open'
    ? { id, kind, state, sentence, at: openedAt }
    : { id, kind, state, sentence: `Over: ${sentence}`, at: resolvedAt ?? openedAt }
}
