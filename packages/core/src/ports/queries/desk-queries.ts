import type { Agent } from '../../domain/agent/agent.ts'
import type { Session } from '../../domain/agent/session.ts'
import type { Contact } from '../../domain/contact/contact.ts'
import type { Inbox } from '../../domain/inbox/inbox.ts'
import type { ReactionText } from '../../domain/message/reaction.ts'
import type { OptOut } from '../repositories/opt-out-repository.ts'

/** Reads outside any unit of work. They see committed work only. */
export interface DeskQueries {
  /** The session and who it belongs to; null when either is gone. Says nothing about expiry. */
  findSession(tokenDigest: string): Promise<{ session: Session; agent: Agent } | null>
  /** Of the agent, also those that are over; the latest in use first. */
  listSessions(agentId: string): Promise<Session[]>
  /** Whether anybody has signed in there since then. */
  isKnownPlace(digest: string, since: number): Promise<boolean>
  listAgents(): Promise<Agent[]>
  /** Tickets of this agent that are not closed. */
  countOpenTickets(agentId: string): Promise<number>
  listInboxes(): Promise<Array<{ inbox: Inbox; lastTextAt: number | null }>>
  findContact(id: string): Promise<{ contact: Contact; optOuts: Array<OptOut & { inboxId: string }> } | null>
  /** Texts of the contact that became marks on ours, oldest first, each with the ticket that ours is in. */
  listReactions(contactId: string): Promise<Array<ReactionText & { ticketNumber: number }>>
  /** The newest texts between a simulated inbox and one phone, oldest first. */
  listPhoneMessages(inboxId: string, phone: string, limit: number): Promise<PhoneMessage[]>
}

/** A text as the phone shows it: what it sent, and what reached it. */
export interface PhoneMessage {
  readonly id: string
  readonly direction: 'from-phone' | 'to-phone'
  readonly body: string
  readonly at: number
}
