import { useCases } from '@textdesk/core'
import type { Logger } from 'pino'
import type { Persistence } from '../persistence/persistence.ts'
import { CleanupWorker } from '../workers/cleanup-worker.ts'
import { Dispatcher } from '../workers/dispatcher.ts'
import { Reconciler } from '../workers/reconciler.ts'
import { SnoozeWorker } from '../workers/snooze-worker.ts'
import { type Once, portsOf, token, warner } from './parts.ts'

/** What runs beside the requests. */
export function registerWorkers(once: Once): void {
  once(Dispatcher, (c) => {
    const { claimDueMessages, sendClaimedMessage, rescueOverdueLeases } = useCases
    return new Dispatcher({
      ...portsOf(c),
      claimDueMessages: c.resolve(claimDueMessages),
      sendClaimedMessage: c.resolve(sendClaimedMessage),
      rescueOverdueLeases: c.resolve(rescueOverdueLeases),
      onError: warner(c),
    })
  })
  once(SnoozeWorker, (c) => {
    const wakeSnoozedTickets = c.resolve(useCases.wakeSnoozedTickets)
    return new SnoozeWorker({ ...portsOf(c), wakeSnoozedTickets, onError: warner(c) })
  })
  once(Reconciler, (c) => {
    const log = c.resolve<Logger>(token.log)
    const isAlone = c.resolve<Persistence>(token.persistence).peers === null
    return new Reconciler({
      ...portsOf(c),
      takeLeaderLease: isAlone ? { execute: async () => true } : c.resolve(useCases.takeLeaderLease),
      lookUpUncertainTexts: c.resolve(useCases.lookUpUncertainTexts),
      fetchMissedTexts: c.resolve(useCases.fetchMissedTexts),
      onFound: (found) => log.info(found, "found in the provider's list of messages"),
      onUnavailable: (reason) => log.warn({ reason }, "the provider's list of messages cannot be read"),
      onError: warner(c),
    })
  })
  once(CleanupWorker, (c) => {
    const releaseTickets = c.resolve(useCases.releaseTickets)
    return new CleanupWorker({ ...portsOf(c), releaseTickets, onError: warner(c) })
  })
}
