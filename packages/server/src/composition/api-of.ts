import { type UseCases, useCases } from '@textdesk/core'
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { isLocalOnly } from '../config/local-only.ts'
import type { Config } from '../config.ts'
import type { Api, DeskFacts } from '../http/api.ts'
import { EventHub } from '../http/events/event-hub.ts'
import { ProxyWatch } from '../http/proxy-watch.ts'
import { DeskFigures } from '../http/stats/desk-figures.ts'
import { PublicAddressProbe } from '../http/webhooks/public-address-probe.ts'
import { WebhookJournal } from '../http/webhooks/webhook-journal.ts'
import { messageBirdWire } from '../providers/messagebird/message-bird-wire.ts'
import { SimulatedWebhooks } from '../providers/simulator/simulated-webhooks.ts'
import { type Container, portsOf, token } from './container.ts'
import { instrumentsOf } from './register-watch.ts'

/** A number reserved for fiction. */
const PRACTICE_NUMBER = '+12025550100'

/** What the routes are handed. */
export function apiOf(container: Container, config: Config): Api {
  const { changeFeed, clock, deskQueries, systemQueries, ticketQueries, workspaceQueries } = portsOf(container)
  return {
    ...resolveUseCases(container),
    changeFeed,
    clock,
    deskQueries,
    systemQueries,
    ticketQueries,
    workspaceQueries,
    facts: factsOf(config),
    wire: messageBirdWire,
    simulatedWebhooks: container.resolve(SimulatedWebhooks),
    webhookJournal: container.resolve(WebhookJournal),
    deskFigures: container.resolve(DeskFigures),
    eventHub: container.resolve(EventHub),
    presence: container.resolve(token.presence),
    addressProbe: container.resolve(PublicAddressProbe),
    instruments: instrumentsOf(container),
    proxyWatch: container.resolve(ProxyWatch),
  }
}

export function factsOf(config: Config): DeskFacts {
  const { messageBird, publicUrl, metricsToken } = config
  const deskNumber = messageBird?.originator ?? PRACTICE_NUMBER
  return {
    publicUrl,
    simulated: messageBird === null,
    localOnly: isLocalOnly(config),
    deskNumber,
    defaultCountry: parsePhoneNumberFromString(deskNumber)?.country ?? null,
    signingKey: messageBird?.signingKey ?? null,
    unsignedWebhooks: messageBird?.allowUnsignedWebhooks ?? false,
    metricsToken,
  }
}

export function resolveUseCases(container: Container): UseCases {
  const resolved = Object.entries(useCases).map(([name, useCase]) => [name, container.resolve<object>(useCase)])
  return Object.fromEntries(resolved)
}
