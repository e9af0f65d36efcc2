import { useCases } from '@textdesk/core'
import { type Logger, pino } from 'pino'
import { buildApp } from '../app.ts'
import type { Config } from '../config.ts'
import type { DeskApp } from '../http/route.ts'
import type { Persistence } from '../persistence/persistence.ts'
import { SimulatedGateway } from '../providers/simulator/simulated-gateway.ts'
import { CleanupWorker } from '../workers/cleanup-worker.ts'
import { Dispatcher } from '../workers/dispatcher.ts'
import { HealthMonitor } from '../workers/health-monitor.ts'
import { Reconciler } from '../workers/reconciler.ts'
import { SnoozeWorker } from '../workers/snooze-worker.ts'
import { apiOf } from './api-of.ts'
import { buildContainer, type Overrides, token } from './container.ts'
import { SelfRequests } from './self-requests.ts'

export interface RunningDesk {
  readonly app: DeskApp
  /** To be printed where the desk was started; null once it has an owner. */
  readonly setUpCode: string | null
  /** Answers what was begun, lets every text on its way arrive at its outcome, then closes the database. */
  stop(): Promise<void>
}

interface Worker {
  start(): void
  /** Finishes what it is at. */
  stop(): Promise<void>
}

/** Opens the database, sends what is due and makes the app; it listens to nothing yet. */
export async function startDesk(config: Config, overrides: Overrides = {}): Promise<RunningDesk> {
  const log: Logger = pino({ level: config.logLevel })
  const container = await buildContainer(config, log, overrides)
  const persistence = container.resolve<Persistence>(token.persistence)
  try {
    const api = apiOf(container, config)
    const provider = api.facts.simulated ? 'simulated' : 'messagebird'
    await container.resolve(useCases.ensureInboxes).execute({ number: api.facts.deskNumber, provider })
    const { code } = await container.resolve(useCases.prepareSetUp).execute()
    const app = await buildApp(api, { ...config, log })
    container.resolve(SelfRequests).attach(app)
    const workers = [Dispatcher, SnoozeWorker, CleanupWorker, HealthMonitor, Reconciler].map((worker) =>
      container.resolve<Worker>(worker),
    )
    for (const worker of workers) worker.start()
    persistence.start()
    const stop = async () => {
      await app.close()
      container.resolve(SimulatedGateway).stop()
      await Promise.all(workers.map((worker) => worker.stop()))
      await persistence.close()
    }
    return { app, setUpCode: code, stop }
  } catch (error) {
    await persistence.close()
    throw error
  }
}
