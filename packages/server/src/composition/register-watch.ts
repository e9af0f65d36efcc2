import { type AlertChannel, type ProviderAccount, type PublicAddress, type Storage, useCases } from '@textdesk/core'
import type { DependencyContainer } from 'tsyringe'
import manifest from '../../package.json' with { type: 'json' }
import { WebhookAlertChannel } from '../alerts/webhook-alert-channel.ts'
import type { Config } from '../config.ts'
import { EventHub } from '../http/events/event-hub.ts'
import type { Instruments } from '../http/instruments.ts'
import { ProxyWatch } from '../http/proxy-watch.ts'
import { DeskFigures } from '../http/stats/desk-figures.ts'
import { PublicAddressProbe } from '../http/webhooks/public-address-probe.ts'
import { WebhookJournal } from '../http/webhooks/webhook-journal.ts'
import type { Persistence } from '../persistence/persistence.ts'
import { MessageBirdAccount } from '../providers/messagebird/message-bird-account.ts'
import { SendTally } from '../providers/send-tally.ts'
import { RecentReading } from '../system/recent-reading.ts'
import { Dispatcher } from '../workers/dispatcher.ts'
import { HealthMonitor } from '../workers/health-monitor.ts'
import { type Once, type Overrides, portsOf, token, warner } from './parts.ts'

const KEPT_WHEN_GOOD_MS = 30_000
/** Somebody mends it right now and wants to see that it worked. */
const KEPT_WHEN_BAD_MS = 5_000

/** What looks after the desk: the journal of its webhooks, the health monitor, and what shows how it is doing. */
export function registerWatch(once: Once, config: Config, overrides: Overrides): void {
  once(WebhookJournal, (c) => {
    const onNews = () => c.resolve(EventHub).hint('webhooks')
    const onRecord = () => c.resolve(DeskFigures).changed()
    return new WebhookJournal({ startedAt: portsOf(c).clock.now(), onNews, onRecord })
  })
  once(ProxyWatch, () => new ProxyWatch(config))
  once(DeskFigures, (c) => {
    const [journal, tally, hub] = [c.resolve(WebhookJournal), c.resolve(SendTally), c.resolve(EventHub)]
    const { peers } = c.resolve<Persistence>(token.persistence)
    const proxy = c.resolve(ProxyWatch)
    const own = () => ({
      ...{ webhooks: journal.figures, sends: tally.counts, eventStreams: hub.size },
      proxy: proxy.finding,
    })
    return new DeskFigures({ own, peers, clock: portsOf(c).clock, onNews: () => hub.hint('webhooks') })
  })
  once<Storage>(token.storage, (c) => overrides.storage ?? c.resolve<Persistence>(token.persistence).storage)
  once<AlertChannel | null>(token.alertChannel, () => overrides.alertChannel ?? alertChannelOf(config))
  once(PublicAddressProbe, (c) => {
    const { peers } = c.resolve<Persistence>(token.persistence)
    return new PublicAddressProbe({ ...portsOf(c), publicUrl: config.publicUrl, peers })
  })
  once<PublicAddress>(token.address, (c) => {
    const address = overrides.address ?? c.resolve(PublicAddressProbe)
    return recent(c, address, ({ kind }) => kind === 'arrives')
  })
  once<ProviderAccount | null>(token.account, (c) => {
    const account = overrides.account ?? accountOf(config)
    return account && recent(c, account, ({ kind }) => kind === 'ok')
  })
  once(HealthMonitor, (c) => {
    const [watchDesk, tellIncidents] = [c.resolve(useCases.watchDesk), c.resolve(useCases.tellIncidents)]
    const webhooks = () => c.resolve(WebhookJournal).record
    const isAlone = c.resolve<Persistence>(token.persistence).peers === null
    return new HealthMonitor({ watchDesk, tellIncidents, webhooks, isAlone, onError: warner(c) })
  })
}

export function instrumentsOf(container: DependencyContainer): Instruments {
  const { alertChannel, storage } = portsOf(container)
  return {
    account: container.resolve(token.account),
    address: container.resolve(token.address),
    storage,
    sends: () => container.resolve(SendTally).counts,
    isDispatching: () => container.resolve(Dispatcher).isHealthy,
    isWritable: () => container.resolve<Persistence>(token.persistence).isHealthy(),
    tellsAlerts: alertChannel !== null,
    version: manifest.version,
  }
}

function alertChannelOf({ alertWebhookUrl }: Config): AlertChannel | null {
  return alertWebhookUrl === null ? null : new WebhookAlertChannel({ url: alertWebhookUrl })
}

function accountOf({ messageBird }: Config): ProviderAccount | null {
  return messageBird && new MessageBirdAccount({ accessKey: messageBird.apiKey })
}

function recent<T>(
  container: DependencyContainer,
  source: { read(): Promise<T> },
  isGood: (reading: T) => boolean,
): RecentReading<T> {
  const keepMs = (reading: T) => (isGood(reading) ? KEPT_WHEN_GOOD_MS : KEPT_WHEN_BAD_MS)
  return new RecentReading({ read: () => source.read(), keepMs, clock: portsOf(container).clock })
}
