import type {
  ChangeFeed,
  Clock,
  DeskQueries,
  SystemQueries,
  TicketQueries,
  UseCases,
  WorkspaceQueries,
} from '@textdesk/core'
import type { messageBirdWire } from '../providers/messagebird/message-bird-wire.ts'
import type { SimulatedWebhooks } from '../providers/simulator/simulated-webhooks.ts'
import type { EventHub } from './events/event-hub.ts'
import type { Presence } from './events/presence.ts'
import type { Instruments } from './instruments.ts'
import type { ProxyWatch } from './proxy-watch.ts'
import type { DeskFigures } from './stats/desk-figures.ts'
import type { PublicAddressProbe } from './webhooks/public-address-probe.ts'
import type { WebhookJournal } from './webhooks/webhook-journal.ts'

/** All the routes can ask of the desk. */
export interface Api extends UseCases {
  readonly changeFeed: ChangeFeed
  readonly clock: Clock
  readonly deskQueries: DeskQueries
  readonly systemQueries: SystemQueries
  readonly ticketQueries: TicketQueries
  readonly workspaceQueries: WorkspaceQueries
  readonly facts: DeskFacts

  /** How the SMS provider writes and signs its webhooks. */
  readonly wire: typeof messageBirdWire
  readonly simulatedWebhooks: SimulatedWebhooks
  /** Of this server alone. */
  readonly webhookJournal: WebhookJournal
  readonly deskFigures: DeskFigures
  readonly eventHub: EventHub
  readonly presence: Presence
  readonly addressProbe: PublicAddressProbe
  readonly instruments: Instruments
  readonly proxyWatch: ProxyWatch
}

/** What the routes must know of the configuration. */
export interface DeskFacts {
  /** Where the outside reaches the desk, e.g. "https://desk.example.org"; no slash at the end. */
  readonly publicUrl: string
  /** No SMS leaves this computer. */
  readonly simulated: boolean
  /** Nothing leads to the desk from outside this computer, so that who sits at it may be spared what others are asked for. */
  readonly localOnly: boolean
  /** The desk's own number, E.164. */
  readonly deskNumber: string
  /** The country (ISO 3166, e.g. "NL") that numbers without a prefix are read in; null when the desk's number has none. */
  readonly defaultCountry: string | null
  /** Null in simulated mode, and where unsigned webhooks are allowed without one. */
  readonly signingKey: string | null
  /** ALLOW_UNSIGNED_WEBHOOKS is set: a webhook without a signature is taken. */
  readonly unsignedWebhooks: boolean
  /** Lets `GET /metrics` be read from elsewhere than this computer. */
  readonly metricsToken: string | null
}
