import { isPractice } from '@textdesk/core'
import { HttpProblem } from '../problem.ts'
import type { Route } from '../route.ts'
import type { Caller } from './identify-caller.ts'
import { TEXT_PATHS } from './webhook-paths.ts'
import { type WebhookFields, webhookRoute } from './webhook-route.ts'

const MISSING = {
  originator: 'The webhook names no sender. Send it as `originator`.',
  content: 'The webhook has no text. Send it as `payload`; an empty one is fine.',
} as const

export const receiveText: Route = (app, api) => {
  const take = async ({ provider, signature }: Caller, fields: WebhookFields) => {
    const reading = api.wire.parseInboundText(fields, signature?.jti ?? null)
    if (!reading.ok) throw new HttpProblem(400, 'field-missing', MISSING[reading.missing], { field: reading.missing })
    const { sentAt, providerId, ...text } = reading.text
    const received = await api.receiveText.execute({ provider, ...text, signature, told: { sentAt, providerId } })
    api.webhookJournal.recordText({
      at: api.clock.now(),
      repeated: received.kind === 'duplicate',
      inboxId: received.kind === 'duplicate' ? null : received.inboxId,
      genuine: !isPractice({ provider }) || api.facts.simulated,
    })
  }
  webhookRoute(app, api, { paths: TEXT_PATHS, summary: 'Take in a text', take })
}
