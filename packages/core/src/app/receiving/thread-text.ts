import type { Contact } from '../../domain/contact/contact.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Inbox } from '../../domain/inbox/inbox.ts'
import { type Placement, placement } from '../../domain/message/placement.ts'
import { isWithinReopenWindow, newTicket, reopened, type Ticket, woken } from '../../domain/ticket/ticket.ts'
import type { Desk } from '../../ports/unit-of-work.ts'
import { takenUpAgain } from '../shared/taken-up-again.ts'
import { readThanks, type ThanksReading } from './read-thanks.ts'

export interface IncomingText {
  readonly inbox: Inbox
  readonly contact: Contact
  readonly isNewContact: boolean
  /** STOP, HELP and blocked senders: such a text opens nothing. Null for one that a person must read. */
  readonly opensNothing: 'keyword' | 'blocked' | null
  readonly body: string
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
  /** Where the text is thanks, or comes right after them. */
  readonly thanks: ThanksReading | null
  /** Why it is this ticket. */
  readonly placement: Placement
}

const TRIES = 3

/** Finds the ticket a text belongs to: the open one, the one closed a short while ago, or a new one. */
export async function threadText(
  desk: Pick<Desk, 'agents' | 'messages' | 'tickets'>,
  text: IncomingText,
): Promise<Threading> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const threading = await findPlace(desk, text)
    if (threading !== null) return threading
  }
  throw new DomainError('storage-unavailable', 'The ticket of this text kept changing under it.')
}

async function findPlace(
  desk: Pick<Desk, 'agents' | 'messages' | 'tickets'>,
  text: IncomingText,
): Promise<Threading | null> {
  const { inbox, contact, opensNothing, isNewContact, now } = text
  if (isNewContact) return openTicket(desk, text, placement('first-text'))
  const current = await desk.tickets.findCurrent(inbox.id, contact.id)
  if (current !== null) return joinCurrent(current, text)
  const last = await desk.tickets.findNewestClosed(inbox.id, contact.id)
  if (last === null) return openTicket(desk, text, placement('first-text'))
  const thanks = opensNothing === null ? await readThanks(desk, last, text) : null
  if (thanks !== null) return joinThanks(desk, last, text, thanks)
  return inbox.reopenHours > 0 && isWithinReopenWindow(last, inbox.reopenHours, now)
    ? joinClosed(desk, last, text)
    : openTicket(desk, text, placementAfter(last, inbox))
}

async function openTicket(desk: Pick<Desk, 'tickets'>, text: IncomingText, why: Placement): Promise<Threading | null> {
  const { inbox, contact, opensNothing, now } = text
  const origin = opensNothing === null ? 'text' : 'keyword'
  const place = { inboxId: inbox.id, contactId: contact.id }
  const ticket = await desk.tickets.add(newTicket({ ...place, origin, closed: opensNothing !== null, now }))
  // Another text of this contact opened one in between.
  if (ticket === null) return null
  const whyNew = opensNothing === null ? why : placement(opensNothing)
  return { ...joined(ticket, whyNew), isNew: true, unconfirmed: opensNothing === null }
}

function joinCurrent(ticket: Ticket, { opensNothing, now }: IncomingText): Threading {
  if (ticket.status !== 'snoozed') return joined(ticket, placement('open-ticket', { at: ticket.createdAt }))
  if (opensNothing !== null) return joined(ticket, placement(opensNothing))
  return { ...joined(woken(ticket, now), placement('woke-ticket', { at: ticket.snoozedUntil })), woken: true }
}

async function joinThanks(
  desk: Pick<Desk, 'agents'>,
  ticket: Ticket,
  text: IncomingText,
  thanks: ThanksReading,
): Promise<Threading> {
  const place = thanks.since === null ? joined(ticket, thanks.placement) : await joinClosed(desk, ticket, text)
  return { ...place, placement: thanks.placement, thanks }
}

/** A ticket that so far held only STOP or HELP was never confirmed; its first real text is. */
async function joinClosed(
  desk: Pick<Desk, 'agents'>,
  ticket: Ticket,
  { inbox, opensNothing, now }: IncomingText,
): Promise<Threading> {
  if (opensNothing !== null) return joined(ticket, placement(opensNothing))
  const unconfirmed = ticket.origin === 'keyword'
  const open: Ticket = {
    ...reopened(await takenUpAgain(desk, ticket), now),
    origin: unconfirmed ? 'text' : ticket.origin,
  }
  const why = placement('reopened', { at: ticket.closedAt, reopenHours: inbox.reopenHours })
  return { ...joined(open, why), reopened: true, unconfirmed }
}

function placementAfter(last: Ticket, { reopenHours }: Inbox): Placement {
  const facts = { ticket: last.number, at: last.closedAt }
  return reopenHours === 0 ? placement('never-reopens', facts) : placement('window-over', { ...facts, reopenHours })
}

function joined(ticket: Ticket, why: Placement): Threading {
  const nothing = { isNew: false, reopened: false, woken: false, unconfirmed: false, thanks: null }
  return { ...nothing, ticket, placement: why }
}
