import Database from 'better-sqlite3'

interface Backlog {
  readonly texts: number
  readonly contacts: number
  readonly textsPerSecond: number
  /** Of the nth contact, from 0. */
  readonly phone: (contact: number) => string
}

/**
 * Writes replies that are due into the file of a desk that is not running: of the contacts in turn, except for every
 * hundredth text, which goes to the first of them, who so has a long line. Each text says its place.
 */
export function queueTexts(file: string, { texts, contacts, textsPerSecond, phone }: Backlog): void {
  const db = new Database(file)
  try {
    db.pragma('synchronous = OFF')
    const inboxId = db.prepare<[], string>('select id from inboxes where is_default = 1').pluck().get()
    const now = Date.now() - texts
    const insert = { contact: db.prepare(CONTACT), ticket: db.prepare(TICKET), text: db.prepare(TEXT) }
    const seqs = new Map<number, number>()
    db.transaction(() => {
      db.prepare('update inboxes set texts_per_second = ?').run(textsPerSecond)
      for (let contact = 0; contact < contacts; contact += 1) {
        insert.contact.run({ id: contactId(contact), address: phone(contact), now })
        insert.ticket.run({ number: contact + 1, inboxId, contactId: contactId(contact), now })
      }
      for (let place = 0; place < texts; place += 1) {
        const contact = place % 100 === 99 ? 0 : place % contacts
        const seq = (seqs.get(contact) ?? 0) + 1
        seqs.set(contact, seq)
        const id = `018f0000-0000-7000-8000-${place.toString(16).padStart(12, '0')}`
        const text = { id, ticket: contact + 1, inboxId, contactId: contactId(contact), seq, at: now + place }
        insert.text.run({ ...text, body: `Text ${place}` })
      }
    })()
  } finally {
    db.close()
  }
}

function contactId(contact: number): string {
  return `contact-${contact}`
}

const CONTACT = "insert into contacts(id, address, kind, created_at) values (@id, @address, 'phone', @now)"
const TICKET = `insert into tickets(number, inbox_id, contact_id, status, origin, last_seq, last_inbound_seq, created_at,
    updated_at) values (@number, @inboxId, @contactId, 'open', 'text', 1000000, 0, @now, @now)`
const TEXT = `insert into messages(id, ticket_number, inbox_id, contact_id, seq, direction, kind, body, at, delivery_state,
    attempts, next_attempt_at, segments, first_queued_at)
  values (@id, @ticket, @inboxId, @contactId, @seq, 'out', 'sms', @body, @at, 'queued', 0, @at, 1, @at)`
