import type { Deliveries, Incident, OutgoingQueue, SystemQueries, Trouble } from '@textdesk/core'
import type { UnsettledState } from '@textdesk/core/text'
import type { QuerySession } from '../query-session.ts'
import { toIncident } from './incident-row.ts'
import { everyOpenIncident } from './kysely-incident-repository.ts'
import {
  deliveriesBetween,
  dueToLeave,
  everyInboxId,
  fetchedSince,
  firstTextOf,
  onTheirWay,
  textsBetween,
  unsettledByState,
  waitingToLeave,
} from './system-queries.ts'

/** What the databases have in common; how search and the server are doing, each says for itself. */
export abstract class KyselySystemQueries implements SystemQueries {
  protected readonly session: Pick<QuerySession, 'all' | 'first'>

  constructor(session: Pick<QuerySession, 'all' | 'first'>) {
    this.session = session
  }

  async listQueues(now: number): Promise<OutgoingQueue[]> {
    const sending = await this.session.all(onTheirWay, {})
    const queues: OutgoingQueue[] = []
    for (const { id: inboxId } of await this.session.all(everyInboxId, {})) {
      const waiting = await this.session.first(waitingToLeave, { inboxId, now })
      const due = await this.session.first(dueToLeave, { inboxId, now })
      queues.push({
        inboxId,
        waiting: waiting?.count ?? 0,
        due: due?.count ?? 0,
        sending: sending.find((one) => one.inboxId === inboxId)?.count ?? 0,
        oldestDueAt: due?.oldest ?? null,
      })
    }
    return queues.filter((queue) => queue.waiting + queue.due + queue.sending > 0)
  }

  async countTrouble(): Promise<Trouble> {
    const counts = await this.session.all(unsettledByState, {})
    const of = (state: UnsettledState) => counts.find((one) => one.state === state)?.count ?? 0
    return { uncertain: of('uncertain'), expired: of('expired'), failed: of('failed') }
  }

  async countTexts(inboxId: string, from: number, to: number): Promise<number> {
    const counted = await this.session.first(textsBetween, { inboxId, from, to })
    return counted?.count ?? 0
  }

  async countDeliveries(inboxId: string, from: number, to: number): Promise<Deliveries> {
    const counted = await this.session.first(deliveriesBetween, { inboxId, from, to })
    return { left: counted?.left ?? 0, delivered: counted?.delivered ?? 0 }
  }

  async countFetched(since: number): Promise<number> {
    return (await this.session.first(fetchedSince, { since }))?.count ?? 0
  }

  async firstTextAt(inboxId: string): Promise<number | null> {
    const first = await this.session.first(firstTextOf, { inboxId })
    return first?.at ?? null
  }

  async listOpenIncidents(): Promise<Incident[]> {
    const rows = await this.session.all(everyOpenIncident, {})
    return rows.map(toIncident)
  }

  abstract searchLag(): Promise<number>
  abstract databaseVersion(): Promise<string>
}
