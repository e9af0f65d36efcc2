import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Api } from '../api.ts'

/** The desk's figures for Prometheus: counted where they happen, read when somebody asks. */
export function deskRegistry({ webhookJournal, eventHub, isDispatching }: Api): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const counter = (name: string, help: string, read: () => number) => addCounter(registry, { name, help, read })
  counter('textdesk_texts_received_total', 'Texts answered OK, repeats included.', () => webhookJournal.received)
  counter('textdesk_texts_repeated_total', 'Texts that had been delivered before.', () => webhookJournal.repeated)
  counter('textdesk_delivery_reports_total', 'Delivery reports answered OK.', () => webhookJournal.reports)
  counter('textdesk_webhooks_refused_total', 'Webhooks that were not taken.', () => webhookJournal.refused)
  addGauge(registry, 'textdesk_event_streams', 'Pages that listen for changes.', () => eventHub.size)
  addGauge(registry, 'textdesk_dispatching', '1 while texts are being sent.', () => Number(isDispatching()))
  return registry
}

function addCounter(
  registry: Registry,
  { name, help, read }: { name: string; help: string; read: () => number },
): void {
  new Counter({
    name,
    help,
    registers: [registry],
    collect() {
      this.reset()
      this.inc(read())
    },
  })
}

function addGauge(registry: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read())
    },
  })
}
