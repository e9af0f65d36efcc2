import { closeSync, fsyncSync, openSync } from 'node:fs'
import { contactTokens } from '@textdesk/core'
import Database, { type Statement } from 'better-sqlite3'
import { bodyOf, numberOf } from '../load/text-mix.ts'
import { type MessagePlace, messagePlaces, PER_TICKET } from './message-places.ts'

export interface DeskSize {
  readonly tickets: number
  /** Texts of the ticket that is the longest, and of the one it is held against. */
  readonly long: number
  readonly short: number
}

interface Filling {
  readonly size: DeskSize
  readonly inboxId: string
  readonly agentId: string
  /** When the first message came. */
  readonly start: number
}

const SPACING_MS = 60
/** The long and the short ticket. */
const TWO_SHOWN = 2
const YEAR_MS = 31_536_000_000

/**
 * Fills a desk that was just set up, past the desk: a million tickets in a few minutes. One ticket in ten waits, two in ten
 * are answered and open, the others are closed; two tickets share a contact. Everything can be found by search.
 */
export function fillDesk(file: string, size: DeskSize): void {
  const db = new Database(file)
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  const inboxId = db.prepare<[], string>('select id from inboxes').pluck().get() ?? ''
  const agentId = db.prepare<[], string>('select id from agents').pluck().get() ?? ''
  const filling = { size, inboxId, agentId, start: Date.now() - YEAR_MS }
  db.transaction(() => {
    addContacts(db, filling)
    addTickets(db, filling)
    addMessages(db, filling)
    indexForSearch(db)
  })()
  db.pragma('journal_mode = WAL')
  db.close()
  waitForDisk(file)
}

/** Or the gigabytes that are still on their way would slow down whatever is measured next. */
function waitForDisk(file: string): void {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

export function messagesOf({ tickets, long, short }: DeskSize): number {
  return (tickets - TWO_SHOWN) * PER_TICKET + long + short
}

function addContacts(db: Database.Database, { size, start }: Filling): void {
  const add = db.prepare("insert into contacts (id, address, kind, created_at) values (?, ?, 'phone', ?)")
  for (let contact = 0; contact <= size.tickets / 2; contact += 1) add.run(idOf('c', contact), numberOf(contact), start)
}

function addTickets(db: Database.Database, filling: Filling): void {
  const add = db.prepare(`insert into tickets (
      number, inbox_id, contact_id, status, origin, waiting_since, last_seq, last_inbound_seq,
      last_direction, last_kind, last_preview, last_at, created_at, updated_at, closed_at
    ) values (?, ?, ?, ?, 'text', ?, ?, ?, ?, 'sms', ?, ?, ?, ?, ?)`)
  for (let number = 1; number <= filling.size.tickets; number += 1) addTicket(add, number, filling)
}

function addTicket(add: Statement, number: number, { size, inboxId, start }: Filling): void {
  const status = statusOf(number)
  const last = [size.long, size.short][number - 1] ?? PER_TICKET
  const at = start + number * PER_TICKET * SPACING_MS
  const waiting = status === 'waiting'
  const contact = idOf('c', Math.floor(number / 2))
  const shown = [waiting ? 'in' : 'out', bodyOf(last), at]
  const stored = status === 'closed' ? 'closed' : 'open'
  add.run(
    number,
    inboxId,
    contact,
    stored,
    waiting ? at : null,
    last,
    last,
    ...shown,
    at,
    at,
    status === 'closed' ? at : null,
  )
}

/** Even ones alone may be open: a contact has one such ticket in an inbox. */
function statusOf(number: number): 'waiting' | 'replied' | 'closed' {
  const place = number % 10
  return place === 0 ? 'waiting' : place === 2 || place === 4 ? 'replied' : 'closed'
}

function addMessages(db: Database.Database, { size, inboxId, agentId, start }: Filling): void {
  const add = db.prepare(`insert into messages (
      id, ticket_number, inbox_id, contact_id, seq, direction, kind, body, author_id, at, purpose,
      delivery_state, attempts, provider_message_id, segments, first_queued_at
    ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  let row = 0
  for (const place of messagePlaces({ ...size, messages: messagesOf(size) })) {
    const at = start + row * SPACING_MS
    const contact = idOf('c', Math.floor(place.ticket / 2))
    const id = idOf('d', row)
    add.run(id, place.ticket, inboxId, contact, place.seq, ...contentOf(place, row, { id, at, agentId }))
    row += 1
  }
}

/** Text, confirmation, text, reply, and again a text or a reply. */
function contentOf(
  { ticket, seq }: MessagePlace,
  row: number,
  { id, at, agentId }: { id: string; at: number; agentId: string },
) {
  const isConfirmation = seq === 2
  const isIn = seq % 2 === 1 && (seq !== PER_TICKET || statusOf(ticket) === 'waiting')
  if (isIn) return ['in', 'sms', bodyOf(row), null, at, null, null, null, null, null, null]
  const [kind, author, purpose] = isConfirmation ? ['auto', null, 'confirmation'] : ['sms', agentId, null]
  return ['out', kind, bodyOf(row), author, at, purpose, 'delivered', 1, `provider-${id}`, 1, at]
}

/** The texts of the mix are plain: in small letters they are the words that the desk would make of them. */
function indexForSearch(db: Database.Database): void {
  db.exec(`insert into message_search_words(rowid, words) select row, lower(body) from messages where kind <> 'auto'`)
  const add = db.prepare('insert into contact_search_words(rowid, words) values (?, ?)')
  const contacts = db.prepare<[], { row: number; value: string }>('select row, address as value from contacts').all()
  for (const { row, value } of contacts)
    add.run(row, contactTokens({ name: null, note: null, address: { kind: 'phone', value } }).join(' '))
  for (const subject of ['messages', 'contacts'])
    db.exec(`update search_progress set last_row = (select max(row) from ${subject}) where subject = '${subject}'`)
}

/** In the form of the desk's own ids, in the order they are made. */
function idOf(kind: 'c' | 'd', index: number): string {
  return `${kind}0000000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`
}
