import { factsOf } from '../../src/composition/api-of.ts'
import type { Config } from '../../src/config.ts'
import type { Api } from '../../src/http/api.ts'
import type { DeskApp } from '../../src/http/route.ts'
import { WebhookJournal } from '../../src/http/webhooks/webhook-journal.ts'
import { webhookRoute } from '../../src/http/webhooks/webhook-route.ts'
import { messageBirdWire } from '../../src/providers/messagebird/message-bird-wire.ts'
import { SystemClock } from '../../src/system/system-clock.ts'

export const PARSING_PATH = '/bench/parse'

/** Does with a webhook all that the desk does up to the moment it would store it. */
export function addParsingRoute(app: DeskApp, config: Config): void {
  const needed = {
    facts: factsOf(config),
    wire: messageBirdWire,
    clock: new SystemClock(),
    webhookJournal: new WebhookJournal({ startedAt: 0 }),
  } satisfies Partial<Api>
  const api = needed as Partial<Api> as Api
  webhookRoute(app, api, {
    paths: [PARSING_PATH],
    summary: 'Read a text and store nothing',
    take: async ({ signature }, fields) => {
      const reading = api.wire.parseInboundText(fields, signature?.jti ?? null)
      if (!reading.ok) throw new Error(`The text has no ${reading.missing}`)
    },
  })
}
