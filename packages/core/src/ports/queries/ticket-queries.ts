import type { AgentRef } from '../../domain/agent/agent.ts'
import type { ContactKind } from '../../domain/contact/address.ts'
import type { DeliveryHistory } from '../../domain/message/delivery-history.ts'
import type { Message } from '../../domain/message/message.ts'
import type { Range } from '../../domain/search/hits.ts'
import type { Activity } from '../../domain/ticket/activity.ts'
import type { LastMessage, TicketStatus } from '../../domain/ticket/ticket.ts'
import type { TicketView } from '../../text/ticket-views.ts'

export interface Page<T> {
  readonly items: readonly T[]
  /** Opaque; null on the last page. */
  readonly nextCursor: string | null
}

export interface TicketListQuery {
  /** `mine` and unread are this agent's. */
  readonly agentId: string
  /** What belongs to it tells `isInView`, its order `momentIn` and `isOldestFirst`. */
  readonly view: TicketView
  /** Only tickets with this tag, however it is spelled. */
  readonly tag?: string | null
  /** Only tickets of this contact. */
  readonly contactId?: string | null
  /**
   * Words to find: all of them in one text or note of the ticket, in one of its tags, or with its contact (name, note and
   * number). What counts as the same word core/src/search says, whatever the database. The ticket whose number is asked
   * for (`24`, `#24`; of a merged one its target) comes first, on the first page.
   */
  readonly search: string | null
  readonly cursor: string | null
  /** 1 to 100. */
  readonly limit: number
  readonly now: number
}

/** One ticket as a list shows it. */
export interface TicketRow {
  readonly number: number
  readonly status: TicketStatus
  readonly contact: ContactRef
  readonly inbox: InboxRef
  readonly assignee: AgentRef | null
  readonly unread: boolean
  readonly needsAttention: boolean
  readonly waitingSince: number | null
  readonly stopAskedAt: number | null
  readonly snoozedUntil: number | null
  readonly tags: readonly string[]
  readonly lastMessage: LastMessage | null
  /** Who wrote that: null where it came from the customer, or no agent is known. */
  readonly lastAuthor: AgentRef | null
  readonly createdAt: number
  readonly updatedAt: number
  readonly closedAt: number | null
  readonly mergedInto: number | null
  /** Set by a search where a text or note of the ticket holds the words. */
  readonly hit?: SearchHit
}

/** The newest message that holds what was looked for, and where: UTF-16 offsets into its body, the second behind the end. */
export interface SearchHit {
  readonly messageId: string
  readonly body: string
  readonly ranges: readonly Range[]
}

export interface ContactRef {
  readonly id: string
  readonly kind: ContactKind
  readonly address: string
  readonly name: string | null
  readonly blockedAt: number | null
  readonly optedOutAt: number | null
}

export interface InboxRef {
  readonly id: string
  readonly name: string
  readonly number: string | null
  readonly simulated: boolean
}

export type TimelineItem =
  | { readonly type: 'message'; readonly message: Message; readonly author: AgentRef | null }
  | {
      readonly type: 'activity'
      readonly activity: Activity
      readonly actor: AgentRef | null
      readonly assignee: AgentRef | null
    }

/** Counts stop at 1,000: nobody reads a longer queue by its number. */
export interface ViewCounts {
  readonly waiting: number
  readonly unassigned: number
  readonly attention: number
}

/** Reads that fill screens. They see committed work only. */
export interface TicketQueries {
  /** A cursor that cannot be read counts as none. */
  list(query: TicketListQuery): Promise<Page<TicketRow>>
  counts(agentId: string, now: number): Promise<ViewCounts>
  find(number: number, agentId: string, now: number): Promise<TicketRow | null>
  /** The newest page, oldest item first; `nextCursor` leads to older ones. Null when there is no such ticket. */
  timeline(number: number, cursor: string | null, limit: number): Promise<Page<TimelineItem> | null>
  /** Null when the ticket has no such outgoing text. */
  deliveryHistory(number: number, messageId: string): Promise<DeliveryHistory | null>
}
