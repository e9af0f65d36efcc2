import type { OptOutIntent } from '../consent/opt-out-words.ts'
import type { Delivery } from '../delivery/delivery.ts'
import type { Arrival } from './arrival.ts'
import type { Placement } from './placement.ts'
import type { Reaction } from './reaction.ts'

/** `sms`: a person wrote it; `auto`: the desk did; `note`: it never leaves the desk. */
export type MessageKind = 'sms' | 'auto' | 'note'

/** Why the desk wrote an automatic text. */
export type AutomaticPurpose = 'confirmation' | 'opt-out' | 'opt-in' | 'help'

export interface Message {
  readonly id: string
  readonly ticketNumber: number
  readonly inboxId: string
  readonly contactId: string
  /** Its place in the ticket's timeline, from 1. */
  readonly seq: number
  readonly direction: 'in' | 'out'
  readonly kind: MessageKind
  readonly body: string
  readonly authorId: string | null
  /** Time of receipt or of writing at the desk; order is by `seq`. */
  readonly at: number
  readonly purpose: AutomaticPurpose | null
  /** What the customer asked of the desk itself with it: STOP, START, HELP. Null for all else, and for texts from before this was kept. */
  readonly keyword: OptOutIntent | null
  /** Null for inbound messages and notes. */
  readonly delivery: Delivery | null
  readonly idempotencyKey: string | null
  readonly resendOf: string | null
  /** When an agent dealt with an unsettled message. */
  readonly settledAt: number | null
  /** The agent who did. */
  readonly settledBy: string | null
  /** Why a text from the customer stands in this ticket. Null for everything else, and for texts from before this was kept. */
  readonly placement: Placement | null
  /** How a text from the customer came. Null for everything else, and for texts from before this was kept. */
  readonly arrival: Arrival | null
  /** What the customer's phone says of one of our texts. */
  readonly reaction: Reaction | null
}
