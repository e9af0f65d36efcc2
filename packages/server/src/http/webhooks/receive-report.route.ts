import type { Api } from '../api.ts'
import { HttpProblem } from '../problem.ts'
import type { Route } from '../route.ts'
import type { Caller } from './identify-caller.ts'
import { REPORT_PATHS } from './webhook-paths.ts'
import { type WebhookFields, webhookRoute } from './webhook-route.ts'

export const receiveReport: Route = (app, api) => {
  const take = async ({ provider, signature }: Caller, fields: WebhookFields) => {
    const status = fields.get('status')?.[0] ?? ''
    const raw = JSON.stringify(Object.fromEntries(fields))
    const report = readReport(api, fields)
    await api.recordDeliveryReport.execute({
      ...report,
      provider,
      status,
      raw,
      verified: signature !== null,
      signature,
    })
    api.webhookJournal.recordReport()
  }
  webhookRoute(app, api, { paths: REPORT_PATHS, summary: 'Take in a delivery report', take })
}

function readReport(api: Api, fields: WebhookFields) {
  const report = api.wire.parseStatusReport(fields)
  if (report) {
    const { reference, providerMessageId, recipient, state, reason, detail, optedOutAtCarrier } = report
    return { reference, providerMessageId, recipient, state, reason, detail, optedOutAtCarrier }
  }
  const reference = fields.get('reference')?.[0] || null
  const providerMessageId = fields.get('id')?.[0] || null
  if (reference === null && providerMessageId === null) {
    const detail = 'The report names no message. Send `reference`, or the `id` that the provider gave it.'
    throw new HttpProblem(400, 'field-missing', detail, { field: 'reference' })
  }
  // A word we do not know still says that the provider has the text.
  const recipient = api.wire.readRecipient(fields)
  const nothingMore = { reason: null, detail: null, optedOutAtCarrier: false }
  return { reference, providerMessageId, recipient, state: 'accepted', ...nothingMore } as const
}
