import type { Agent } from '../../src/domain/agent/agent.ts'
import type { Invite } from '../../src/domain/agent/invite.ts'
import type { Session } from '../../src/domain/agent/session.ts'
import type { CannedReply } from '../../src/domain/canned-reply/canned-reply.ts'
import type { Address } from '../../src/domain/contact/address.ts'
import type { Contact } from '../../src/domain/contact/contact.ts'
import type { Attempt } from '../../src/domain/delivery/attempt.ts'
import type { Inbox } from '../../src/domain/inbox/inbox.ts'
import type { Incident } from '../../src/domain/incident/incident.ts'
import type { Message } from '../../src/domain/message/message.ts'
import type { ReactionText } from '../../src/domain/message/reaction.ts'
import type { StoredReport } from '../../src/domain/message/stored-report.ts'
import type { Activity } from '../../src/domain/ticket/activity.ts'
import type { Draft } from '../../src/domain/ticket/draft.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import type { TicketAction } from '../../src/domain/ticket/ticket-action.ts'
import type { NotedText } from '../../src/ports/repositories/arrival-repository.ts'
import type { AuditEntry } from '../../src/ports/repositories/audit-log.ts'
import type { KnownPlace } from '../../src/ports/repositories/known-place-repository.ts'
import type { OptOut } from '../../src/ports/repositories/opt-out-repository.ts'
import type { SignInFailures } from '../../src/ports/repositories/sign-in-failure-repository.ts'
import { MemoryTable } from './memory-table.ts'

export type StoredOptOut = OptOut & { readonly inboxId: string; readonly address: Address }

/** Everything the desk stores. A copy is a snapshot, because rows never change in place. */
export class MemoryTables {
  readonly activity: MemoryTable<string, Activity>
  readonly agents: MemoryTable<string, Agent>
  readonly attempts: MemoryTable<string, Attempt>
  readonly audit: MemoryTable<number, AuditEntry>
  readonly budgets: MemoryTable<string, number>
  readonly cannedReplies: MemoryTable<string, CannedReply>
  readonly contacts: MemoryTable<string, Contact>
  readonly drafts: MemoryTable<string, Draft>
  readonly inboxes: MemoryTable<string, Inbox>
  readonly incidents: MemoryTable<string, Incident>
  readonly invites: MemoryTable<string, Invite>
  readonly knownPlaces: MemoryTable<string, KnownPlace>
  /** The newest number of each kind ever given. */
  readonly lastNumbers: MemoryTable<'ticket', number>
  readonly listedTexts: MemoryTable<string, NotedText>
  readonly messages: MemoryTable<string, Message>
  readonly optOuts: MemoryTable<string, StoredOptOut>
  /** Of each inbox, how far ahead it has sent: microseconds. */
  readonly paces: MemoryTable<string, number>
  /** Texts that are marks on messages. */
  readonly reactions: MemoryTable<string, ReactionText>
  readonly reports: MemoryTable<string, StoredReport>
  readonly seen: MemoryTable<string, number>
  readonly sessions: MemoryTable<string, Session>
  readonly settings: MemoryTable<string, string>
  readonly signatures: MemoryTable<string, number>
  readonly signInFailures: MemoryTable<string, SignInFailures>
  readonly textReceipts: MemoryTable<string, true>
  readonly ticketActions: MemoryTable<string, TicketAction>
  readonly tickets: MemoryTable<number, Ticket>

  constructor(from?: MemoryTables) {
    this.activity = new MemoryTable(from?.activity)
    this.agents = new MemoryTable(from?.agents)
    this.attempts = new MemoryTable(from?.attempts)
    this.audit = new MemoryTable(from?.audit)
    this.budgets = new MemoryTable(from?.budgets)
    this.cannedReplies = new MemoryTable(from?.cannedReplies)
    this.contacts = new MemoryTable(from?.contacts)
    this.drafts = new MemoryTable(from?.drafts)
    this.inboxes = new MemoryTable(from?.inboxes)
    this.incidents = new MemoryTable(from?.incidents)
    this.invites = new MemoryTable(from?.invites)
    this.knownPlaces = new MemoryTable(from?.knownPlaces)
    this.lastNumbers = new MemoryTable(from?.lastNumbers)
    this.listedTexts = new MemoryTable(from?.listedTexts)
    this.messages = new MemoryTable(from?.messages)
    this.optOuts = new MemoryTable(from?.optOuts)
    this.paces = new MemoryTable(from?.paces)
    this.reactions = new MemoryTable(from?.reactions)
    this.reports = new MemoryTable(from?.reports)
    this.seen = new MemoryTable(from?.seen)
    this.sessions = new MemoryTable(from?.sessions)
    this.settings = new MemoryTable(from?.settings)
    this.signatures = new MemoryTable(from?.signatures)
    this.signInFailures = new MemoryTable(from?.signInFailures)
    this.textReceipts = new MemoryTable(from?.textReceipts)
    this.ticketActions = new MemoryTable(from?.ticketActions)
    this.tickets = new MemoryTable(from?.tickets)
  }
}

/** A key of several parts that no other parts make. */
export function keyOf(...parts: Array<string | number>): string {
  return JSON.stringify(parts)
}
