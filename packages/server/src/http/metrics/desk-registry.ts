import { collectDefaultMetrics, Registry } from 'prom-client'
import type { Api } from '../api.ts'
import { readCounter, readGauge, type Sample } from './read-metrics.ts'

/**
 * The desk's figures for Prometheus: counted where they happen, read when somebody asks. Counters begin anew with the
 * process.
 */
export function deskRegistry(api: Api): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  describeWebhooks(registry, api)
  describeOutbox(registry, api)
  describeDesk(registry, api)
  return registry
}

function describeWebhooks(registry: Registry, { webhookJournal: journal, deskQueries, systemQueries }: Api): void {
  const counter = (name: string, help: string, read: () => number | Promise<number>) =>
    readCounter(registry, { name, help, read })
  counter('textdesk_texts_received_total', 'Texts answered OK, repeats included.', () => journal.received)
  counter('textdesk_texts_repeated_total', 'Texts that had been delivered before.', () => journal.repeated)
  counter('textdesk_delivery_reports_total', 'Delivery reports answered OK.', () => journal.reports)
  counter('textdesk_texts_fetched_total', 'Texts fetched because their webhook did not come.', () =>
    systemQueries.countFetched(journal.startedAt),
  )
  readCounter(registry, {
    name: 'textdesk_webhooks_refused_total',
    help: 'Webhooks that were not taken, by reason.',
    label: 'reason',
    read: () => [...journal.refusedByReason],
  })
  readGauge(registry, {
    name: 'textdesk_last_text_timestamp_seconds',
    help: 'When the last text came, by inbox; missing where none ever did.',
    label: 'inbox',
    read: async () => {
      const listed = await deskQueries.listInboxes()
      return listed.flatMap(({ inbox, lastTextAt }): Sample[] =>
        lastTextAt === null ? [] : [[inbox.id, lastTextAt / 1_000]],
      )
    },
  })
}

function describeOutbox(registry: Registry, { systemQueries, clock, instruments }: Api): void {
  readGauge(registry, {
    name: 'textdesk_outbox_messages',
    help: 'Texts to send: waiting for their time, due, or being sent.',
    label: 'state',
    read: async () => {
      const queues = await systemQueries.listQueues(clock.now())
      const states = ['waiting', 'due', 'sending'] as const
      return states.map((state) => [state, queues.reduce((sum, queue) => sum + queue[state], 0)])
    },
  })
  readGauge(registry, {
    name: 'textdesk_outbox_oldest_due_age_seconds',
    help: 'For how long the first of the due texts has been due; 0 when none is.',
    read: async () => {
      const now = clock.now()
      const queues = await systemQueries.listQueues(now)
      return Math.max(0, ...queues.map(({ oldestDueAt }) => (now - (oldestDueAt ?? now)) / 1_000))
    },
  })
  readGauge(registry, {
    name: 'textdesk_messages_unsettled',
    help: 'Texts by people that failed, expired or are uncertain, and that nobody has settled.',
    label: 'state',
    read: async () => Object.entries(await systemQueries.countTrouble()),
  })
  readCounter(registry, {
    name: 'textdesk_sends_total',
    help: 'Attempts to send a text, by outcome.',
    label: 'outcome',
    read: () => Object.entries(instruments.sends()).map(([outcome, count]) => [outcome.replace('-', '_'), count]),
  })
}

function describeDesk(registry: Registry, { systemQueries, instruments, eventHub }: Api): void {
  const gauge = (name: string, help: string, read: () => number | Promise<number>) =>
    readGauge(registry, { name, help, read })
  gauge('textdesk_search_lag_rows', 'Rows that are stored and cannot be found yet.', () => systemQueries.searchLag())
  gauge('textdesk_event_streams', 'Pages that listen for changes.', () => eventHub.size)
  gauge('textdesk_dispatcher_healthy', '1 while texts are being sent.', () => Number(instruments.isDispatching()))
  readGauge(registry, {
    name: 'textdesk_incidents_open',
    help: 'What is wrong with the desk as a whole, by kind.',
    label: 'kind',
    read: async () => countByKind(await systemQueries.listOpenIncidents()),
  })
  readGauge(registry, {
    name: 'textdesk_build_info',
    help: 'Always 1; the label is what runs.',
    label: 'version',
    read: () => [[instruments.version, 1]],
  })
}

function countByKind(incidents: ReadonlyArray<{ readonly kind: string }>): Sample[] {
  const counts = new Map<string, number>()
  for (const { kind } of incidents) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts]
}
