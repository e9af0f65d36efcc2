import { businessDaysLeft } from '@textdesk/core/text'
import type { TicketSummary } from '@textdesk/server/contract'
import { shortDate } from '../../../shared/time/format-time.ts'

/** Until when the wish for no more texts is to be honoured, as a sentence; null where no law counts the days. */
export function honourWords({ honourBy }: NonNullable<TicketSummary['stopRequest']>, now: number): string | null {
  if (honourBy === null) return null
  const day = shortDate(`${honourBy}T12:00:00`, now)
  const left = businessDaysLeft(honourBy, now)
  if (left === 0) return `US law gives ten business days to honour such a wish. They ended on ${day}.`
  return `US law gives ten business days to honour such a wish: ${left} left, until ${day}.`
}
