import type { Deliveries } from '../../src/domain/delivery/deliveries.ts'
import type { Incident } from '../../src/domain/incident/incident.ts'
import type { Message } from '../../src/domain/message/message.ts'
import type { OutgoingQueue, SystemQueries, Trouble } from '../../src/ports/queries/system-queries.ts'
import { rank } from '../../src/text/delivery-order.ts'
import { isUnsettled, type UnsettledState } from '../../src/text/unsettled.ts'
import { openIncidents } from './memory-incident-repository.ts'
import type { MemoryStore } from './memory-store.ts'

export class MemorySystemQueries implements SystemQueries {
  readonly #store: MemoryStore

  constructor(store: MemoryStore) {
    this.#store = store
  }

  async listQueues(now: number): Promise<OutgoingQueue[]> {
    const { inboxes, messages } = this.#store.committed
    return inboxes
      .all()
      .map(({ id }) =>
        queueOf(
          id,
          messages.where((message) => message.inboxId === id),
          now,
        ),
      )
      .filter(({ waiting, due, sending }) => waiting + due + sending > 0)
  }

  async countTrouble(): Promise<Trouble> {
    const unsettled = this.#store.committed.messages.where(isUnsettled)
    const count = (state: UnsettledState) => unsettled.filter(({ delivery }) => delivery?.state === state).length
    return { uncertain: count('uncertain'), expired: count('expired'), failed: count('failed') }
  }

  async countTexts(inboxId: string, from: number, to: number): Promise<number> {
    return this.#textsTo(inboxId).filter(({ at }) => at >= from && at < to).length
  }

  async countDeliveries(inboxId: string, from: number, to: number): Promise<Deliveries> {
    const { messages } = this.#store.committed
    const left = messages
      .where((one) => one.inboxId === inboxId && one.at >= from && one.at < to)
      .filter(({ delivery }) => delivery !== null && rank(delivery.state) >= rank('uncertain'))
    return { left: left.length, delivered: left.filter(({ delivery }) => delivery?.state === 'delivered').length }
  }

  async countFetched(since: number): Promise<number> {
    const { messages } = this.#store.committed
    return messages.where(({ arrival, at }) => arrival?.by === 'fetched' && at >= since).length
  }

  async firstTextAt(inboxId: string): Promise<number | null> {
    const texts = this.#textsTo(inboxId)
    return texts.length === 0 ? null : Math.min(...texts.map(({ at }) => at))
  }

  async listOpenIncidents(): Promise<Incident[]> {
    return openIncidents(this.#store.committed)
  }

  async searchLag(): Promise<number> {
    return 0
  }

  async databaseVersion(): Promise<string> {
    return 'memory'
  }

  #textsTo(inboxId: string): Message[] {
    return this.#store.committed.messages.where((one) => one.inboxId === inboxId && one.direction === 'in')
  }
}

function queueOf(inboxId: string, messages: readonly Message[], now: number): OutgoingQueue {
  const deliveries = messages.flatMap(({ delivery }) => delivery ?? [])
  const queued = deliveries.filter(({ state }) => state === 'scheduled' || state === 'queued')
  const times = queued.map(({ nextAttemptAt }) => nextAttemptAt ?? 0)
  const due = times.filter((at) => at <= now)
  return {
    inboxId,
    waiting: times.length - due.length,
    due: due.length,
    sending: deliveries.filter(({ state }) => state === 'claimed' || state === 'dispatching').length,
    oldestDueAt: due.length === 0 ? null : Math.min(...due),
  }
}
