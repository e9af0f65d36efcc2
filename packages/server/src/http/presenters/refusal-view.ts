import type { Refusal } from '../contract/inbox.ts'
import type { WebhookRefusal } from '../webhooks/webhook-figures.ts'
import { toIso } from './moment.ts'

export function refusalView({ at, reason, cure }: WebhookRefusal): Refusal {
  return { at: toIso(at), reason, cure }
}
