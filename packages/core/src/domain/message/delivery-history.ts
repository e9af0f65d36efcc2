import type { AgentRef } from '../agent/agent.ts'
import type { Attempt } from '../delivery/attempt.ts'
import type { Message } from './message.ts'
import type { StoredReport } from './stored-report.ts'

export type HistoryItem =
  | { readonly type: 'attempt'; readonly attempt: Attempt }
  | { readonly type: 'report'; readonly report: StoredReport }

/** What happened to one outgoing text. */
export interface DeliveryHistory {
  readonly message: Message
  /** Who dealt with it, where somebody had to. */
  readonly settledBy: AgentRef | null
  /** In the order of events as the desk knew of them. */
  readonly items: readonly HistoryItem[]
}

/** Both lists in their own order. An attempt stands where it began: what was reported meanwhile comes after it. */
export function historyItems(attempts: readonly Attempt[], reports: readonly StoredReport[]): HistoryItem[] {
  const items: HistoryItem[] = [
    ...attempts.map((attempt) => ({ type: 'attempt' as const, attempt })),
    ...reports.map((report) => ({ type: 'report' as const, report })),
  ]
  return items.sort((a, b) => momentOf(a) - momentOf(b))
}

function momentOf(item: HistoryItem): number {
  return item.type === 'attempt' ? item.attempt.beganAt : item.report.at
}
