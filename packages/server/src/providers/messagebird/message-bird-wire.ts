import { parseInboundText } from './parse-inbound-text.ts'
import { parseStatusReport, readRecipient } from './parse-status-report.ts'
import { describeRefusal } from './signature-refusals.ts'
import { verifySignature } from './verify-signature.ts'
import { readWebhookFields } from './webhook-fields.ts'

/** How MessageBird writes and signs what it sends to the webhooks, for the routes that take it. */
export const messageBirdWire = {
  readFields: readWebhookFields,
  parseInboundText,
  parseStatusReport,
  readRecipient,
  verifySignature,
  describeRefusal,
} as const
