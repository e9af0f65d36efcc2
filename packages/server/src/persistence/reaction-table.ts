import type { Arrival } from '@textdesk/core'

/** A text that is a mark on a message, as it came. */
export interface ReactionTable {
  message_id: string
  id: string
  inbox_id: string
  contact_id: string
  at: number
  emoji: string
  removes: number
  body: string
  arrival: Arrival['by']
  sent_at: number | null
  arrival_id: string | null
}
