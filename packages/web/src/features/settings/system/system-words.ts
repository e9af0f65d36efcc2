import type { System } from '@textdesk/server/contract'
import { formatBytes } from '../../../shared/text/format-bytes.ts'
import { clockTime, waitingTime } from '../../../shared/time/format-time.ts'

/** One figure of the desk; `isTrouble` also changes its icon. */
export interface Fact {
  readonly name: string
  readonly words: string
  readonly isTrouble?: boolean
}

export interface FactGroup {
  readonly title: string
  readonly facts: readonly Fact[]
}

/** The figures that are not lists of their own, as the page words them. */
export function systemFacts(system: System, now: number): readonly FactGroup[] {
  return [
    { title: 'Webhooks since the start', facts: webhookFacts(system) },
    { title: 'Texts going out', facts: queueFacts(system, now) },
    { title: 'This computer', facts: computerFacts(system, now) },
  ]
}

function webhookFacts({ webhooks }: System): readonly Fact[] {
  const { received, repeated, fetched, reports, refused, refusedByReason } = webhooks
  const reasons = refusedByReason.map(({ reason, count }) => `${count} ${reason}`).join(', ')
  return [
    { name: 'Texts received', words: count(received) },
    { name: 'Fetched, since their webhook did not come', words: count(fetched) },
    { name: 'Delivery reports', words: count(reports) },
    { name: 'Came again, taken once', words: count(repeated) },
    {
      name: 'Refused',
      words: reasons ? `${count(refused)} (${reasons})` : count(refused),
      isTrouble: isUncured(webhooks),
    },
  ]
}

/** Refused, and nothing taken since. */
function isUncured({ lastRefusal, lastTakenAt }: System['webhooks']): boolean {
  return lastRefusal !== null && (lastTakenAt === null || lastTakenAt < lastRefusal.at)
}

function queueFacts({ queue, sends, dispatcher }: System, now: number): readonly Fact[] {
  const oldest = queue.oldestDueAt ? `, the oldest for ${waitingTime(queue.oldestDueAt, now)}` : ''
  return [
    { name: 'Waiting for their time', words: count(queue.waiting) },
    { name: 'Due now', words: `${count(queue.due)}${oldest}` },
    { name: 'On their way', words: count(queue.sending) },
    { name: 'Taken by the provider since the start', words: count(sends.accepted) },
    { name: 'Rejected since the start', words: count(sends.rejected) },
    {
      name: 'Sender',
      words: dispatcher === 'ok' ? 'Working' : 'Failing. Look at the log of the desk.',
      isTrouble: dispatcher !== 'ok',
    },
  ]
}

function computerFacts({ storage, search, versions, startedAt, eventStreams }: System, now: number): readonly Fact[] {
  const { databaseBytes, freeBytes, diskBytes } = storage
  const of = diskBytes === null ? '' : ` of ${formatBytes(diskBytes)}`
  return [
    { name: 'Database', words: formatBytes(databaseBytes) },
    { name: 'Free on the disk', words: freeBytes === null ? 'Not known' : `${formatBytes(freeBytes)}${of}` },
    { name: 'Search', words: search.behind === 0 ? 'Up to date' : `${count(search.behind)} still to be read in` },
    { name: 'Open pages', words: count(eventStreams) },
    { name: 'Running for', words: `${waitingTime(startedAt, now)}, since ${clockTime(startedAt)}` },
    { name: 'Versions', words: `Textdesk ${versions.textdesk}, Node ${versions.node}, ${versions.database}` },
  ]
}

function count(number: number): string {
  return number.toLocaleString('en-GB')
}
