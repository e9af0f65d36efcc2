import type { TicketView } from '@textdesk/core'
import { NEEDS_AGENT_AFTER_MS } from '@textdesk/core/text'
import { type RawBuilder, sql } from 'kysely'
import {
  isUnsettled,
  ticketIsClosed,
  ticketIsOpen,
  ticketIsReplied,
  ticketIsSnoozed,
  ticketWaits,
} from '../predicates.ts'

export interface ViewInput {
  readonly agentId: string
  readonly now: number
}

/** Nothing is left in a merged ticket: its number only leads to another. */
const ticketIsUnmerged = sql<boolean>`tickets.merged_into is null`

/** What `isInView` of the core says. Each is the condition of an index that has the order of the list. */
export const viewConditions: Readonly<Record<TicketView, (p: ViewInput) => RawBuilder<boolean>>> = {
  waiting: () => ticketWaits,
  mine: (p) => sql`${ticketIsOpen} and tickets.assignee_id = ${p.agentId}`,
  unassigned: () => sql`${ticketIsOpen} and tickets.assignee_id is null`,
  open: () => ticketIsOpen,
  replied: () => ticketIsReplied,
  snoozed: () => ticketIsSnoozed,
  attention: (p) => sql`tickets.number in (select messages.ticket_number from messages where ${needsAgent(p)})`,
  closed: () => sql`${ticketIsClosed} and ${ticketIsUnmerged}`,
  all: () => ticketIsUnmerged,
}

/** What `needsAgent` of the core says. */
export function needsAgent(p: Pick<ViewInput, 'now'>): RawBuilder<boolean> {
  return sql`${isUnsettled} and (
    messages.delivery_state <> 'uncertain'
    or coalesce(messages.uncertain_since, 0) + ${sql.lit(NEEDS_AGENT_AFTER_MS)} <= ${p.now}
  )`
}
