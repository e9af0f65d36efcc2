import type { Inbox } from '@textdesk/core'
import type * as contract from '../contract/inbox.ts'
import type { WebhookFigures } from '../webhooks/webhook-figures.ts'
import { toIsoOrNull } from './moment.ts'
import { refusalView } from './refusal-view.ts'

/** `webhookUrl` is what the owner enters at the provider. */
export function inboxView(
  { inbox, lastTextAt }: { readonly inbox: Inbox; readonly lastTextAt: number | null },
  webhookUrl: string,
  webhooks: WebhookFigures,
): contract.Inbox {
  const refusal = webhooks.lastRefusal
  return {
    id: inbox.id,
    name: inbox.name,
    number: inbox.number,
    provider: inbox.provider,
    isDefault: inbox.isDefault,
    confirmationTemplate: inbox.confirmationTemplate,
    reopenHours: inbox.reopenHours,
    thanksStayClosed: inbox.thanksStayClosed,
    optOutWords: wordsOf(inbox),
    answersKeywords: inbox.answersKeywords,
    language: inbox.language,
    company: inbox.company,
    helpContact: inbox.helpContact,
    consentTexts: { ...inbox.consentTexts },
    automaticTextsPerHour: inbox.automaticTextsPerHour,
    textsPerSecond: inbox.textsPerSecond,
    webhookUrl,
    lastTextAt: toIsoOrNull(lastTextAt),
    lastRefusal: refusal && refusalView(refusal),
    refusedCount: webhooks.refused,
  }
}

/** Lists of its own: the contract's are not read-only. */
function wordsOf({ optOutWords }: Inbox): contract.Inbox['optOutWords'] {
  return { out: [...optOutWords.out], in: [...optOutWords.in], help: [...optOutWords.help] }
}
