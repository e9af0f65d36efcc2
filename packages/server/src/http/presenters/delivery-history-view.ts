import { type DeliveryHistory, type HistoryItem, shownState } from '@textdesk/core'
import type * as contract from '../contract/delivery-history.ts'
import { toIso, toIsoOrNull } from './moment.ts'

export function deliveryHistoryView({ message, settledBy, items }: DeliveryHistory): contract.DeliveryHistory {
  const { delivery, settledAt } = message
  return {
    state: shownState(delivery?.state ?? 'queued'),
    reason: delivery?.reason ?? null,
    settled: settledAt === null ? null : { at: toIso(settledAt), by: settledBy },
    items: items.map(itemView),
  }
}

function itemView(item: HistoryItem): contract.DeliveryHistory['items'][number] {
  if (item.type === 'report') {
    const { at, state, reason, status, detail } = item.report
    return { type: 'report', at: toIso(at), state: shownState(state), reason, status, detail }
  }
  const { number, beganAt, endedAt, end } = item.attempt
  const { outcome, reason, detail } = end ?? { outcome: null, reason: null, detail: null }
  return { type: 'attempt', number, at: toIso(beganAt), endedAt: toIsoOrNull(endedAt), outcome, reason, detail }
}
