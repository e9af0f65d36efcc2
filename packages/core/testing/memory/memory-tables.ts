import type { Agent } from '../../src/agent/agent.ts'
import type { Invite } from '../../src/agent/invite.ts'
import type { Session } from '../../src/agent/session.ts'
import type { Incident } from '../../src/alert/incident.ts'
import type { CannedReply } from '../../src/canned-reply/canned-reply.ts'
import type { Address } from '../../src/contact/address.ts'
import type { Contact } from '../../src/contact/contact.ts'
import type { Draft } from '../../src/draft/draft.ts'
import type { Inbox } from '../../src/inbox/inbox.ts'
import type { Message } from '../../src/message/message.ts'
import type { NotedText } from '../../src/ports/arrival-repository.ts'
import type { Attempt } from '../../src/ports/attempt-repository.ts'
import type { AuditEntry } from '../../src/ports/audit-log.ts'
import type { KnownPlace } from '../../src/ports/known-place-repository.ts'
import type { OptOut } from '../../src/ports/opt-out-repository.ts'
import type { StoredReport } from '../../src/ports/report-repository.ts'
import type { SignInFailures } from '../../src/ports/sign-in-failure-repository.ts'
import type { ReactionText } from '../../src/reaction/reaction.ts'
import type { Activity } from '../../src/ticket/activity.ts'
import type { Ticket } from '../../src/ticket/ticket.ts'
import type { TicketAction } from '../../src/ticket/ticket-action.ts'
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
