import type { Api } from '../../api.ts'
import type { Inbox } from '../../contract/index.ts'
import { inboxView } from '../../presenters/inbox-view.ts'

export async function listInboxes(api: Api): Promise<Inbox[]> {
  const inboxes = await api.deskQueries.listInboxes()
  const { webhooks } = api.deskFigures.all
  const webhookUrl = `${api.facts.publicUrl}/webhook`
  return inboxes.map((entry) => inboxView(entry, webhookUrl, webhooks))
}
