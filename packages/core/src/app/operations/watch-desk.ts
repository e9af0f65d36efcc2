import type { Deliveries } from '../../domain/delivery/deliveries.ts'
import { type Inbox, isPractice } from '../../domain/inbox/inbox.ts'
import { findFullDisk } from '../../domain/incident/disk-space.ts'
import type { Finding } from '../../domain/incident/finding.ts'
import { openIncident, resolveIncident } from '../../domain/incident/incident.ts'
import { findPausedNumber } from '../../domain/incident/paused-number.ts'
import { findRefusedWebhooks, type WebhookRecord } from '../../domain/incident/refused-webhooks.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { Storage } from '../../ports/platform/storage.ts'
import type { DeskQueries } from '../../ports/queries/desk-queries.ts'
import type { SystemQueries } from '../../ports/queries/system-queries.ts'
import type { Desk, UnitOfWork } from '../../ports/unit-of-work.ts'
import { findFewDelivered, hourWithReceipts } from './delivered-share.ts'
import { HourlyCounts } from './hourly-counts.ts'
import { findSilence } from './inbound-silence.ts'
import { shareWebhooks } from './share-webhooks.ts'

export interface WatchDeskDeps {
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly ids: Ids
  readonly deskQueries: Pick<DeskQueries, 'listInboxes'>
  readonly systemQueries: Pick<SystemQueries, 'countDeliveries' | 'countTexts' | 'listQueues'>
  readonly storage: Storage
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const RESOLVED_KEPT = 90 * DAY

/** Looks whether something is wrong with the desk as a whole, and opens and resolves incidents by what it finds. */
export class WatchDesk {
  readonly #deps: WatchDeskDeps
  readonly #texts = new HourlyCounts<number>()
  /** By inbox. */
  readonly #deliveries = new Map<string, HourlyCounts<Deliveries>>()

  constructor(deps: WatchDeskDeps) {
    this.#deps = deps
  }

  /** `isAlone`: no other server is on this desk. */
  async execute({ webhooks, isAlone = true }: { webhooks: WebhookRecord; isAlone?: boolean }): Promise<void> {
    const now = this.#deps.clock.now()
    const found = [
      findRefusedWebhooks(isAlone ? webhooks : await shareWebhooks(this.#deps.unitOfWork, webhooks), now),
      ...(await this.#lookAtNumbers(webhooks.startedAt, now)),
      findFullDisk(await this.#deps.storage.read()),
    ]
    const findings = found.filter((finding) => finding !== null)
    await this.#deps.unitOfWork.run(async (desk) => {
      for (const finding of findings) await this.#apply(desk, finding, now)
      await desk.incidents.forgetResolved(now - RESOLVED_KEPT)
    })
  }

  /** Practice numbers are silent whenever nobody practises. */
  async #lookAtNumbers(startedAt: number, now: number): Promise<Array<Finding | null>> {
    const listed = await this.#deps.deskQueries.listInboxes()
    const real = listed.filter(({ inbox }) => !isPractice(inbox))
    const lastTexts = real.flatMap(({ lastTextAt }) => lastTextAt ?? [])
    const lastTextAt = lastTexts.length === 0 ? null : Math.max(...lastTexts)
    const queues = await this.#deps.systemQueries.listQueues(now)
    const oldestDueAt = ({ id }: Inbox) => queues.find(({ inboxId }) => inboxId === id)?.oldestDueAt ?? null
    const fewDelivered: Array<Finding | null> = []
    for (const { inbox } of real) {
      fewDelivered.push(await findFewDelivered(inbox, now, (hour) => this.#countDeliveries(inbox, hour, now)))
    }
    return [
      await findSilence({ startedAt, lastTextAt }, now, (hour) => this.#countTexts(real, hour)),
      ...real.map(({ inbox }) => findPausedNumber(inbox, oldestDueAt(inbox), now)),
      ...fewDelivered,
    ]
  }

  #countTexts(inboxes: ReadonlyArray<{ inbox: Inbox }>, hour: number): Promise<number> {
    return this.#texts.of(hour, async (from, to) => {
      let count = 0
      for (const { inbox } of inboxes) count += await this.#deps.systemQueries.countTexts(inbox.id, from, to)
      return count
    })
  }

  /** The hour that is looked at still gets receipts. */
  #countDeliveries({ id }: Inbox, hour: number, now: number): Promise<Deliveries> {
    const count = (from: number, to: number) => this.#deps.systemQueries.countDeliveries(id, from, to)
    if (hour >= hourWithReceipts(now)) return count(hour * HOUR, (hour + 1) * HOUR)
    const counts = this.#deliveries.get(id) ?? new HourlyCounts()
    this.#deliveries.set(id, counts)
    return counts.of(hour, count)
  }

  async #apply(desk: Pick<Desk, 'changes' | 'incidents'>, finding: Finding, now: number): Promise<void> {
    const { kind, subject } = finding
    const open = (await desk.incidents.listOpen()).find((one) => one.kind === kind && one.subject === subject)
    if (finding.trouble === (open !== undefined)) return
    if (finding.trouble) {
      const { sentence } = finding
      await desk.incidents.add(openIncident({ id: this.#deps.ids.uuid(), kind, subject, sentence }, now))
    } else if (open) {
      await desk.incidents.save(resolveIncident(open, now))
    }
    desk.changes.record({ kind: 'desk', what: 'alerts' })
  }
}
