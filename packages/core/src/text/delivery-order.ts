export const DELIVERY_STATES = [
  'scheduled',
  'queued',
  'claimed',
  'dispatching',
  'uncertain',
  'accepted',
  'provider-scheduled',
  'sent',
  'buffered',
  'expired',
  'failed',
  'delivered',
  'cancelled',
] as const

export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** What the API and the page call a state. */
export type ShownState =
  | 'scheduled'
  | 'queued'
  | 'sending'
  | 'uncertain'
  | 'accepted'
  | 'sent'
  | 'buffered'
  | 'delivered'
  | 'failed'
  | 'expired'
  | 'cancelled'

const RANKS: Readonly<Record<DeliveryState, number>> = {
  scheduled: 0,
  queued: 0,
  claimed: 0,
  dispatching: 0,
  cancelled: 0,
  uncertain: 1,
  accepted: 2,
  'provider-scheduled': 3,
  sent: 4,
  buffered: 5,
  expired: 6,
  failed: 7,
  delivered: 8,
}

/** How much is known of where a text got to. A delivery never moves to a lower rank. */
export function rank(state: DeliveryState): number {
  return RANKS[state]
}

/** True where the desk expects no further change; a report of a higher rank is still believed. */
export function isFinal(state: DeliveryState): boolean {
  return state === 'cancelled' || rank(state) >= rank('expired')
}

export function shownState(state: DeliveryState): ShownState {
  switch (state) {
    case 'claimed':
    case 'dispatching':
      return 'sending'
    case 'provider-scheduled':
      return 'accepted'
    default:
      return state
  }
}
