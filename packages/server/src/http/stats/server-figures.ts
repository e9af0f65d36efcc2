import type { Instruments } from '../instruments.ts'
import type { ProxyFinding } from '../proxy-watch.ts'
import type { WebhookFigures } from '../webhooks/webhook-figures.ts'

/** What a server counts in memory. */
export interface ServerFigures {
  readonly webhooks: WebhookFigures
  readonly sends: ReturnType<Instruments['sends']>
  readonly eventStreams: number
  /** A server of the version before does not tell. */
  readonly proxy?: ProxyFinding | null
}

const NO_SENDS: ServerFigures['sends'] = { accepted: 0, rejected: 0, 'retry-later': 0, uncertain: 0 }

/** All servers as one. */
export function addUp(servers: readonly ServerFigures[]): ServerFigures {
  return {
    webhooks: addUpWebhooks(servers.map(({ webhooks }) => webhooks)),
    sends: { ...NO_SENDS, ...addCounts(servers.map(({ sends }) => Object.entries(sends))) },
    eventStreams: servers.reduce((sum, { eventStreams }) => sum + eventStreams, 0),
    proxy: servers.find(({ proxy }) => proxy)?.proxy ?? null,
  }
}

function addUpWebhooks(all: readonly WebhookFigures[]): WebhookFigures {
  const sum = (of: 'received' | 'repeated' | 'reports' | 'refused' | 'news') =>
    all.reduce((total, one) => total + one[of], 0)
  const taken = all.flatMap(({ lastTakenAt }) => lastTakenAt ?? [])
  const lastTakenAt = taken.length === 0 ? null : Math.max(...taken)
  const moved = newest(all.flatMap((one) => one.moved ?? []))
  return {
    received: sum('received'),
    repeated: sum('repeated'),
    reports: sum('reports'),
    refused: sum('refused'),
    refusedByReason: Object.entries(addCounts(all.map(({ refusedByReason }) => refusedByReason))),
    lastTakenAt,
    lastRefusal: newest(all.flatMap(({ lastRefusal }) => lastRefusal ?? [])),
    moved: moved && moved.at >= (lastTakenAt ?? 0) ? moved : null,
    news: sum('news'),
  }
}

function addCounts(all: ReadonlyArray<Iterable<readonly [string, number]>>): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const counts of all) for (const [name, count] of counts) sums[name] = (sums[name] ?? 0) + count
  return sums
}

function newest<T extends { readonly at: number }>(all: readonly T[]): T | null {
  return all.toSorted((a, b) => b.at - a.at)[0] ?? null
}
