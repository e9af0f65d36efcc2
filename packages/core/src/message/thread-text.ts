import type { Contact } from '../contact/contact.ts'
import { DomainError } from '../errors.ts'
import type { Inbox } from '../inbox/inbox.ts'
import type { Desk } from '../ports/unit-of-work.ts'
import { isWithinReopenWindow, newTicket, reopened, type Ticket, woken } from '../ticket/ticket.ts'

export interface IncomingText {
  readonly inbox: Inbox
  readonly contact: Contact
  readonly isNewContact: boolean
  /** False for STOP, HELP and blocked senders: such a text opens nothing. */
  readonly needsPerson: boolean
  readonly now: number
}

export interface Threading {
  readonly ticket: Ticket
  readonly isNew: boolean
  /** The text brought a closed ticket back. */
  readonly reopened: boolean
  /** The text woke a snoozed ticket. */
  readonly woken: boolean
  /** The customer was never told this ticket's ID. */
  readonly unconfirmed: boolean
}

const TRIES = 3

/** Finds the ticket a text belongs to: the open one, the one closed a short while ago, or a new one. */
export async function threadText(desk: Desk, text: IncomingText): Promise<Threading> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const threading = (await joinTicket(desk, text)) ?? (await openTicket(desk, text))
    if (threading !== null) return threading
  }
  throw new DomainError('storage-unavailable', 'The ticket of this text kept changing under it.')
}

async function joinTicket(desk: Desk, text: IncomingText): Promise<Threading | null> {
  if (text.isNewContact) return null
  const current = await desk.tickets.findCurrent(text.inbox.id, text.contact.id)
  if (current !== null)
    return text.needsPerson && current.status === 'snoozed' ? awakened(current, text.now) : joined(current)
  const recent = await findReopenable(desk, text)
  if (recent === null) return null
  return text.needsPerson ? rejoined(recent, text.now) : joined(recent)
}

async function openTicket(desk: Desk, text: IncomingText): Promise<Threading | null> {
  const ticket = await desk.tickets.add(
    newTicket({
      inboxId: text.inbox.id,
      contactId: text.contact.id,
      origin: text.needsPerson ? 'text' : 'keyword',
      closed: !text.needsPerson,
      now: text.now,
    }),
  )
  // Null: another text of this contact opened one in between.
  return ticket === null ? null : { ticket, isNew: true, reopened: false, woken: false, unconfirmed: text.needsPerson }
}

async function findReopenable(desk: Desk, { inbox, contact, now }: IncomingText): Promise<Ticket | null> {
  if (inbox.reopenHours === 0) return null
  const ticket = await desk.tickets.findNewestClosed(inbox.id, contact.id)
  return ticket !== null && isWithinReopenWindow(ticket, inbox.reopenHours, now) ? ticket : null
}

function joined(ticket: Ticket): Threading {
  return { ticket, isNew: false, reopened: false, woken: false, unconfirmed: false }
}

/** A ticket that so far held only STOP or HELP was never confirmed; its first real text is. */
function rejoined(ticket: Ticket, now: number): Threading {
  const unconfirmed = ticket.origin === 'keyword'
  const open: Ticket = { ...reopened(ticket, now), origin: unconfirmed ? 'text' : ticket.origin }
  return { ticket: open, isNew: false, reopened: true, woken: false, unconfirmed }
}

function awakened(ticket: Ticket, now: number): Threading {
  return { ...joined(woken(ticket, now)), woken: true }
}
