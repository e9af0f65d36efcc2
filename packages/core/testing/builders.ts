import type { Agent } from '../src/domain/agent/agent.ts'
import type { CannedReply } from '../src/domain/canned-reply/canned-reply.ts'
import type { Address } from '../src/domain/contact/address.ts'
import { type Contact, newContact } from '../src/domain/contact/contact.ts'
import { type Delivery, heldDelivery } from '../src/domain/delivery/delivery.ts'
import type { Inbox } from '../src/domain/inbox/inbox.ts'
import type { Incident } from '../src/domain/incident/incident.ts'
import type { Message } from '../src/domain/message/message.ts'
import type { Activity } from '../src/domain/ticket/activity.ts'
import type { Draft } from '../src/domain/ticket/draft.ts'
import { type NewTicket, newTicket, type Ticket } from '../src/domain/ticket/ticket.ts'
import type { TicketAction } from '../src/domain/ticket/ticket-action.ts'
import { DEFAULT_CONFIRMATION } from '../src/text/confirmation.ts'
import { START } from './fakes/fixed-clock.ts'
import { SequentialIds } from './fakes/sequential-ids.ts'

/** Apart from the ids that a test hands to what it tests. */
const ids = new SequentialIds('018f0000')
let phones = 0

/** A number reserved for fiction (555-0100 to 555-0199 in each North American area), another one each time; not in 202, which specs use by hand. */
export function aPhone(): Address {
  const area = 203 + (Math.floor(phones / 100) % 797)
  const line = String(phones % 100).padStart(2, '0')
  phones += 1
  return { kind: 'phone', value: `+1${area}55501${line}` }
}

export function anInbox(overrides: Partial<Inbox> = {}): Inbox {
  return {
    id: ids.uuid(),
    name: 'Support',
    number: '+61491570156',
    provider: 'messagebird',
    isDefault: true,
    confirmationTemplate: DEFAULT_CONFIRMATION,
    reopenHours: 24,
    thanksStayClosed: true,
    optOutWords: { out: ['stop'], in: ['start'], help: ['help'] },
    answersKeywords: true,
    language: 'en',
    company: null,
    helpContact: null,
    consentTexts: { out: null, in: null, help: null },
    automaticTextsPerHour: 1_000,
    textsPerSecond: 100,
    pausedUntil: null,
    createdAt: START,
    ...overrides,
  }
}

export function aContact(overrides: Partial<Contact> = {}): Contact {
  return { ...newContact({ id: ids.uuid(), address: aPhone(), now: START }), ...overrides }
}

export function anAgent(overrides: Partial<Agent> = {}): Agent {
  const id = ids.uuid()
  return {
    id,
    name: 'Ana',
    email: `agent-${id}@example.com`,
    role: 'agent',
    passwordHash: 'hash:1:a long enough password',
    joinedAt: START,
    disabledAt: null,
    createdAt: START,
    ...overrides,
  }
}

type Parties = Pick<Ticket, 'inboxId' | 'contactId'>

/** A ticket before it has a number. */
export function aNewTicket(overrides: Parties & Partial<NewTicket>): NewTicket {
  return { ...newTicket({ ...overrides, origin: 'text', now: START }), ...overrides }
}

export function aTicket(overrides: Parties & Partial<Ticket>): Ticket {
  return { number: 1, ...aNewTicket(overrides), ...overrides }
}

/** A text from the customer of this ticket, unless told otherwise. */
export function aMessage(
  ticket: Pick<Ticket, 'number' | 'inboxId' | 'contactId'>,
  overrides: Partial<Message> = {},
): Message {
  return {
    id: ids.uuid(),
    ticketNumber: ticket.number,
    inboxId: ticket.inboxId,
    contactId: ticket.contactId,
    seq: 1,
    direction: 'in',
    kind: 'sms',
    body: 'Where is my order?',
    authorId: null,
    at: START,
    purpose: null,
    keyword: null,
    delivery: null,
    idempotencyKey: null,
    resendOf: null,
    settledAt: null,
    settledBy: null,
    placement: null,
    arrival: null,
    reaction: null,
    ...overrides,
  }
}

/** A person's reply that is due at once. */
export function aReply(
  ticket: Pick<Ticket, 'number' | 'inboxId' | 'contactId'>,
  overrides: Partial<Message> = {},
): Message {
  return aMessage(ticket, { direction: 'out', body: 'On its way.', delivery: aDelivery(), ...overrides })
}

export function aDelivery(overrides: Partial<Delivery> = {}): Delivery {
  return { ...heldDelivery(1, START, 0), ...overrides }
}

export function anActivity(ticketNumber: number, overrides: Partial<Activity> = {}): Activity {
  const line: Activity = {
    id: ids.uuid(),
    ticketNumber,
    seq: 1,
    at: START,
    actorId: null,
    what: 'closed',
    detail: null,
  }
  return { ...line, ...overrides }
}

/** Ada closed this ticket, unless told otherwise. */
export function aTicketAction(ticket: Ticket, overrides: Partial<TicketAction> = {}): TicketAction {
  const { status, assigneeId, waitingSince, snoozedUntil, tags, updatedAt, closedAt } = ticket
  const before = { status, assigneeId, waitingSince, snoozedUntil, tags, updatedAt, closedAt }
  return {
    ticketNumber: ticket.number,
    agentId: 'ada',
    key: 'key',
    at: START,
    seq: 1,
    before,
    after: { ...before, status: 'closed', waitingSince: null, closedAt: START },
    settledIds: [],
    ...overrides,
  }
}

export function aCannedReply(overrides: Partial<CannedReply> = {}): CannedReply {
  const id = ids.uuid()
  const written = { title: null, body: 'Hi {{name}}, we are on it.', createdAt: START, updatedAt: START }
  return { id, shortcut: `on-it-${id.slice(-6)}`, ...written, ...overrides }
}

export function aDraft(place: Pick<Draft, 'agentId' | 'ticketNumber'>, overrides: Partial<Draft> = {}): Draft {
  const { agentId, ticketNumber } = place
  return { agentId, ticketNumber, mode: 'reply', body: 'We will', updatedAt: START, ...overrides }
}

/** The whole desk is silent, and the owner has not been told. */
export function anIncident(overrides: Partial<Incident> = {}): Incident {
  return {
    id: ids.uuid(),
    kind: 'silence',
    subject: '',
    sentence: 'No text has come in for more than an hour.',
    openedAt: START,
    resolvedAt: null,
    toldAt: null,
    notice: { about: 'open', attempts: 0, nextAttemptAt: START },
    ...overrides,
  }
}
