import {
  type AccountReading,
  accountStep,
  type Inbox,
  isPractice,
  type OutgoingQueue,
  type StorageUse,
} from '@textdesk/core'
import type * as contract from '../contract/system.ts'
import type { WebhookFigures } from '../webhooks/webhook-figures.ts'
import { toIsoOrNull } from './moment.ts'
import { refusalView } from './refusal-view.ts'

export function webhooksView(figures: WebhookFigures, fetched: number): contract.System['webhooks'] {
  const { received, repeated, reports, refused, refusedByReason, lastTakenAt, lastRefusal } = figures
  return {
    received,
    repeated,
    fetched,
    reports,
    refused,
    refusedByReason: [...refusedByReason].map(([reason, count]) => ({ reason, count })),
    lastTakenAt: toIsoOrNull(lastTakenAt),
    lastRefusal: lastRefusal && refusalView(lastRefusal),
  }
}

export function numberView(
  { inbox, lastTextAt }: { readonly inbox: Inbox; readonly lastTextAt: number | null },
  now: number,
): contract.System['numbers'][number] {
  const { id, name, number, provider, pausedUntil } = inbox
  return {
    inboxId: id,
    name,
    number,
    simulated: isPractice({ provider }),
    lastTextAt: toIsoOrNull(lastTextAt),
    pausedUntil: toIsoOrNull(pausedUntil !== null && pausedUntil > now ? pausedUntil : null),
  }
}

/** All numbers together. */
export function queueView(queues: readonly OutgoingQueue[]): contract.System['queue'] {
  const sum = (of: 'waiting' | 'due' | 'sending') => queues.reduce((total, queue) => total + queue[of], 0)
  const due = queues.flatMap(({ oldestDueAt }) => oldestDueAt ?? [])
  const oldestDueAt = toIsoOrNull(due.length === 0 ? null : Math.min(...due))
  return { waiting: sum('waiting'), due: sum('due'), sending: sum('sending'), oldestDueAt }
}

/** In the words of the checklist. */
export function accountView(account: AccountReading | null): contract.System['account'] {
  const { state, sentence, cure } = accountStep({ account })
  return { state, sentence, cure, balance: account?.kind === 'ok' ? account.balance : null }
}

export function storageView({ databaseBytes, disk }: StorageUse): contract.System['storage'] {
  return { databaseBytes, freeBytes: disk?.freeBytes ?? null, diskBytes: disk?.totalBytes ?? null }
}
