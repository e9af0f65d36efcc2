import type { Inbox } from '@textdesk/core'
import type * as contract from '../contract/inbox.ts'
import type { WebhookJournal } from '../webhooks/webhook-journal.ts'
import { toIso, toIsoOrNull } from './moment.ts'

/** `webhookUrl` is what the owner enters at the provider. */
export function inboxView(
  { inbox, lastTextAt }: { readonly inbox: Inbox; readonly lastTextAt: number | null },
  webhookUrl: string,
  journal: WebhookJournal,
): contract.Inbox {
  const refusal = journal.lastRefusal
  return {
    id: inbox.id,
    name: inbox.name,
    number: inbox.number,
    provider: inbox.provider,
    isDefault: inbox.isDefault,
    confirmationTemplate: inbox.confirmationTemplate,
    reopenHours: inbox.reopenHours,
    webhookUrl,
    lastTextAt: toIsoOrNull(lastTextAt),
    lastRefusal: refusal && { at: toIso(refusal.at), reason: refusal.reason, cure: refusal.cure },
    refusedCount: journal.refused,
  }
}
