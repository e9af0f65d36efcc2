import type { Api } from '../../api.ts'
import { System } from '../../contract/index.ts'
import { alertView } from '../../presenters/alert-view.ts'
import { toIso } from '../../presenters/moment.ts'
import { proxyView } from '../../presenters/proxy-view.ts'
import { accountView, numberView, queueView, storageView, webhooksView } from '../../presenters/system-view.ts'
import type { Route } from '../../route.ts'

export const getSystem: Route = (app, api) => {
  app.get(
    '/api/system',
    { schema: { summary: 'How the desk is doing', response: { 200: System } }, config: { access: 'owner' } },
    () => describe(api),
  )
}

async function describe(api: Api): Promise<System> {
  const { instruments, systemQueries, webhookJournal: journal } = api
  const now = api.clock.now()
  const [inboxes, queues, trouble, incidents, behind, fetched, database, account, storage] = await Promise.all([
    api.deskQueries.listInboxes(),
    systemQueries.listQueues(now),
    systemQueries.countTrouble(),
    systemQueries.listOpenIncidents(),
    systemQueries.searchLag(),
    systemQueries.countFetched(journal.startedAt),
    systemQueries.databaseVersion(),
    instruments.account?.read() ?? null,
    instruments.storage.read(),
  ])
  const { webhooks, sends, eventStreams, proxy = null } = api.deskFigures.all
  const { accepted, rejected, 'retry-later': retryLater, uncertain } = sends
  return {
    at: toIso(now),
    startedAt: toIso(journal.startedAt),
    uptimeSeconds: Math.max(0, Math.floor((now - journal.startedAt) / 1_000)),
    versions: { textdesk: instruments.version, node: process.versions.node, database },
    webhooks: webhooksView(webhooks, fetched),
    numbers: inboxes.map((listed) => numberView(listed, now)),
    queue: queueView(queues),
    trouble,
    sends: { accepted, rejected, retryLater, uncertain },
    account: accountView(account),
    storage: storageView(storage),
    search: { behind },
    dispatcher: instruments.isDispatching() ? 'ok' : 'failing',
    eventStreams,
    proxy: proxyView(proxy),
    alerts: { channel: instruments.tellsAlerts, open: incidents.map(alertView) },
  }
}
